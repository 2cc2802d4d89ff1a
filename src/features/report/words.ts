import type { EndpointName, Refusal } from '#domain/contract/endpoints'
import type { TimelineLine } from '#domain/contract/report'
import type { CommonRefusal } from '#domain/contract/reply'
import { reportLimits } from '#domain/submission'
import type { Rating, ReportMove, ReportStatusKind } from '#domain/report'
import { commonRefusalWords, faultWords, offlineWords, type Failure } from '../../platform/outcome'
import type { PhotoTrouble } from '../../platform/photo'
import type { UploadRefusal } from '../../platform/upload-photos'
import type { IconName } from '../../ui/icon'
import type { Tone } from '../../ui/chip'

type MoveEndpoint = Extract<EndpointName, `report.${ReportMove}`>
export type ReportCallRefusal =
  Refusal<MoveEndpoint> | Refusal<'report.submit'> | UploadRefusal | CommonRefusal

/** Each no in one sentence: why, and what to do. */
const refusalWords: Record<ReportCallRefusal, string> = {
  ...commonRefusalWords,
  'nothing-said': '还没有照片和文字，拍一张或写一句再提交。',
  'too-many-photos': '照片最多 9 张，请删掉几张再提交。',
  'words-too-long': '文字最多 500 字，请写短一些。',
  'outside-district': '这个位置不在本区，请在「在哪里」选本区的社区。',
  'unknown-cell': '没有找到这个社区，请在「在哪里」重新选择。',
  'phone-needed': '提交前要先验证手机号，请到「我的」验证；填好的内容已保存。',
  'unknown-category': '这个问题类型已停用，请重新选择，或不选。',
  'ticket-unknown': '照片上传后放置太久，请再点一次提交。',
  'photo-missing': '有照片没有传完，请再点一次提交。',
  'photo-too-large': '有照片超过 10 MB，请换一张小一些的。',
  'photo-lost': '有照片在这部手机上找不到了，请删掉它重新拍。',
  'not-a-photo': '有文件不是照片，请换成 JPG 或 PNG 照片。',
  'wrong-state': '这件事已到下一步，已为您更新，请看最新进展。',
  'proof-missing': '还没有处理后的照片，拍一张再提交。',
  'reason-missing': '还没有写明原因，请写一句再提交。',
  'not-yet-silent': '还在等反映人评价，到期后才能结束。',
  'reopened-before': '已经重新办理过一次，仍不满意请打 12345。',
  'reopen-too-late': '结束已超过 10 天，请重新反映，或打 12345。',
  'no-route': '这个街道没有部门负责这一类，请换一个类型，或报区指挥部。',
}

const isReportRefusal = (code: string): code is ReportCallRefusal => code in refusalWords

export const failureWords = (failure: Failure<string>): string => {
  if (failure.kind === 'offline') return offlineWords
  if (failure.kind === 'refused' && isReportRefusal(failure.code)) return refusalWords[failure.code]
  return faultWords
}

/** A move that got no answer: what was written is still there, and a repeat is stored once. */
export const moveFailureWords = (failure: Failure<string>): string => {
  if (failure.kind === 'offline') return '网络不通，不确定有没有提交成功；内容还在，请重试，重试不会重复。'
  if (failure.kind === 'fault') return '不确定有没有提交成功，请重试；重试不会重复。'
  return failureWords(failure)
}

export const photoLimits = { most: reportLimits.photos, largest: reportLimits.photoBytes } as const

export const addingWords = '照片还在加进来，请稍候'

export const photoTroubleWords: Record<PhotoTrouble, string> = {
  'photo-too-large': '有照片压缩后仍超过 10 MB，没有加进来，请换一张。',
  'photo-too-many': '照片最多 9 张，多选的没有加进来。',
  'storage-full': '手机空间不够，有照片没有加进来，请清理后再试。',
  'photo-unreadable': '有文件不是照片，没有加进来，请换一张。',
  'camera-refused': '打不开相机或相册，请在手机设置里允许后再试；也可以只写文字。',
}

export const statusWords: Record<
  ReportStatusKind,
  { readonly word: string; readonly tone: Tone; readonly icon: IconName }
> = {
  submitted: { word: '待分派', tone: 'info', icon: 'clock' },
  dispatched: { word: '待处理', tone: 'info', icon: 'clock' },
  inProgress: { word: '处理中', tone: 'info', icon: 'clock' },
  fixed: { word: '待评价', tone: 'brand', icon: 'chat' },
  declined: { word: '未受理', tone: 'mute', icon: 'close' },
  closed: { word: '已结束', tone: 'good', icon: 'check' },
}

export const eventWords: Record<TimelineLine['what'], string> = {
  submit: '提交了反映',
  triage: '已分派',
  decline: '没有受理',
  start: '开始处理',
  fix: '已处理，请反映人看结果',
  confirm: '确认解决了',
  reopen: '说没解决，重新办理',
  close: '到期未评价，已结束',
}

export const moveWords: Record<ReportMove, string> = {
  triage: '分派',
  decline: '不受理',
  start: '开始处理',
  fix: '标记已处理',
  confirm: '解决了',
  reopen: '没解决',
  close: '到期未评价，结束',
}

/** 好差评, best first, as the national guide words it. */
export const ratingWords: readonly (readonly [Rating, string])[] = [
  [5, '非常满意'],
  [4, '满意'],
  [3, '基本满意'],
  [2, '不满意'],
  [1, '非常不满意'],
]
