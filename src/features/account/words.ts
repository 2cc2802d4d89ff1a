import type { AccountView } from '#domain/contract/account'
import type { Refusal } from '#domain/contract/endpoints'
import type { Term } from '#domain/person'

export const termNames: Record<Term, string> = {
  privacy: '《隐私保护指引》',
  agreement: '《用户协议》',
}

/** 「2026-11」 as 「2026年11月版」 */
export const versionWords = (version: string): string => {
  const [, year, month] = /^(\d{4})-(\d{1,2})$/.exec(version) ?? []
  return year === undefined ? `${version} 版` : `${year}年${String(Number(month))}月版`
}

export const keptWords: Record<AccountView['kept'][number]['kind'], string> = {
  reports: '反映的问题和办理记录',
  claims: '店铺认领记录',
  complaints: '投诉建议',
  messages: '店长群里的消息',
  guidance: '指导事项',
  visits: '上门指导',
  hardships: '困难台账',
  audit: '操作记录',
}

export const leaveRefusals: Record<Refusal<'account.delete'>, string> = {
  'holds-office':
    '您还有工作岗位，账号不能注销。请先联系区指挥部收回岗位（店长要先把店铺交给别的店长），再来注销。',
}

export const handOverFailed =
  '文件没有取下来。地址一小时内有效，请重试；还是不行，请复制地址，用手机浏览器打开。'
export const leaveOffline = '网络不通，不确定有没有注销；请检查网络后重试，重试不会出错。'
