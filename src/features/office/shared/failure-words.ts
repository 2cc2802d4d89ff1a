import type { Refusal } from '#domain/contract/endpoints'
import type { CommonRefusal } from '#domain/contract/reply'
import type { RefusalDetail } from '#domain/kernel/result'
import { sheetLimits } from '#domain/sheet'
import { commonRefusalWords, faultWords, type Failure } from '../../../platform/outcome'

type Acts =
  | 'role.grant'
  | 'role.revoke'
  | 'role.unmask'
  | 'caseload.preview'
  | 'caseload.move'
  | 'caseload.depute'
  | 'handover.cancel'
  | 'import.start'
  | 'import.commit'
  | 'import.cancel'
  | 'export.start'
  | 'export.open'

/** `file-lost`: the phone's own no, the workbook is no longer on it. */
export type OfficeRefusal = Refusal<Acts> | CommonRefusal | 'file-lost'

type Sentence = string | ((detail: RefusalDetail) => string)

const told = (detail: RefusalDetail, name: string): string => String(detail[name] ?? '')
const megabyte = 1024 * 1024

/** Each no in one sentence: why, and what to do. */
const refusalWords: Record<OfficeRefusal, Sentence> = {
  ...commonRefusalWords,
  'too-often': (detail) =>
    detail['seconds'] === undefined
      ? commonRefusalWords['too-often']
      : `操作太频繁了，请 ${told(detail, 'seconds')} 秒后再试。`,

  'not-grantable': '这个岗位不由区里开通：业户要自己认领店铺，请让他在「我的店」里认领。',
  'wrong-scope': '这个岗位和范围对不上，请重新选岗位和范围。',
  'held-already': '这个手机号已经有这个岗位，不用再开通；要换范围，先收回原来的。',
  'too-many-roles': (detail) => `一个人最多 ${told(detail, 'most')} 个岗位，请先收回不用的，再开通这一个。`,
  'phone-impossible': '手机号不对，请填 11 位的手机号。',
  'unknown-scope': '这个街道、网格或部门已经没有了，请返回重新选择。',
  'not-held': '这个岗位刚刚已经收回，不用再办，请返回查看。',
  'last-command': '这是最后一位区指挥部人员，收回后没人能管理，请先给另一位开通，再收回。',
  'holds-shops': (detail) =>
    `名下还有 ${told(detail, 'shops')} 家店铺，不能收回，请先到「店长与店铺」把店铺交接出去。`,
  'reason-missing': '还没有写原因，请写一句，会记入审计日志。',

  'same-caseload': '交出和接手的是同一位店长，请另选一位接手。',
  'nothing-to-move': '选中的范围里没有店铺，请换一个范围。',
  'not-in-caseload': (detail) => `有 ${told(detail, 'shops')} 家店铺刚刚已转走，请重新看一遍再确认。`,
  'too-many-shops': (detail) =>
    `接手后会超过 ${told(detail, 'most')} 家，一位店长照顾不过来，请分给几位店长。`,
  'outside-remit': (detail) =>
    `有 ${told(detail, 'shops')} 家店铺的行业不归接手店长的机构管，请重新看一遍再确认。`,
  'day-passed': '这一天已经过去，请选今天或以后的日子。',
  'wrong-state': '这件事已到下一步，已为您更新，请看过后再操作。',
  'same-person': '副店长不能是店长本人，请另选一位。',
  'not-a-head': '这一位已不是店长，请另选一位店长来当副店长。',

  'file-missing': '文件没有传完，请再点一次。',
  'file-too-large': (detail) =>
    `文件太大，最多 ${told(detail, 'megabytes')} MB，请分成几个文件，分几次导入。`,
  'file-protected': '文件有密码，打不开，请去掉密码另存一份再导入。',
  'not-a-workbook': '这个文件不是 Excel 表格（.xlsx），请另存为 .xlsx 再导入。',
  'ticket-unknown': '文件上传后放置太久，请再点一次。',
  'file-lost': '这个文件在手机上找不到了，请重新选择。',
}

export const tooLargeHere = (bytes: number): string | null =>
  bytes > sheetLimits.packed
    ? `文件太大，最多 ${String(sheetLimits.packed / megabyte)} MB，请分成几个文件，分几次导入。`
    : null

const isKnown = (code: string): code is OfficeRefusal => code in refusalWords

/** An act that got no answer may be done: a repeat is the same act. */
export const failureWords = (failure: Failure<string>): string => {
  if (failure.kind === 'offline') return '网络不通，请检查网络后再点一次；已经办成的不会重复办。'
  if (failure.kind === 'fault' || !isKnown(failure.code)) return faultWords
  const sentence = refusalWords[failure.code]
  return typeof sentence === 'string' ? sentence : sentence(failure.detail ?? {})
}
