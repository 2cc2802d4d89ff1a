import type { AnswerMark, Lack } from '#domain/circular'
import type { CircularPart } from '#domain/circular'
import type { CircularView } from '#domain/contract/circular'
import type { Refusal } from '#domain/contract/endpoints'

export const lackWords: Record<Lack, string> = {
  hygieneLicence: '没有有效的卫生许可证',
  foodLicence: '没有有效的食品经营许可证',
  certificates: '有人没有有效的健康证',
  facilities: '卫生设施没有达标',
  disinfection: '消毒操作没有达标',
  cleanliness: '卫生状况没有达标',
}

export const markWords: Record<AnswerMark, string> = { done: '做到了', not: '没做到', none: '不适用' }

export const partWords: Record<CircularPart, string> = {
  waiting: '未确认',
  absent: '未登录',
  known: '已知晓',
  checked: '自查',
}

/** What stands above a part's list. */
export const partNotes: Record<CircularPart, string> = {
  waiting: '登录过，还没有点「我知道了」。',
  absent: '还没有人登录小程序，收不到提醒，请打电话告诉。',
  known: '店里有一个人点了就算。',
  checked: '只有您和副店长看得到；不打分，不作处罚依据。',
}

export const nothingWords: Record<CircularPart, string> = {
  waiting: '登录过的都确认了。',
  absent: '这些店都有人登录。',
  known: '还没有店确认。',
  checked: '还没有店交自查。',
}

/** 「已知晓 98／134 家」 */
export const knownWords = ({ known, shops }: Pick<CircularView, 'known' | 'shops'>): string =>
  `已知晓 ${String(known)}／${String(shops)} 家`

export const offlineSending = '网络不通，不确定有没有发出；请重试，重试不会重复发。'
export const offlineAnswer = '网络不通，不确定有没有收到；请重试，重试不会重复算。'

export const sendRefusals: Record<Refusal<'circular.send'>, string> = {
  'title-missing': '还没有写标题，写一句再发。',
  'title-too-long': '标题超过 40 个字了，请删短一些。',
  'words-missing': '还没有写内容，写清楚要做什么再发。',
  'words-too-long': '内容超过 1000 个字了，请删减或分两次发。',
  'too-many-items': '自查最多 12 条，请合并几条。',
  'item-too-long': '有一条自查超过 60 个字了，请写短一些。',
  'content-refused': '内容没有通过审核，请换个说法再发。',
  'check-unanswered': '内容审核暂时没有回应，写好的都在，请过几分钟再发。',
  'nobody-reached': '没有店铺符合这个范围，请放宽一些再发。',
}

export const checkRefusals: Record<Refusal<'circular.check'>, string> = {
  'wrong-state': '这次自查已经结束，有问题请直接问店长。',
  'answers-missing': '还有几条没有选，请选完再交。',
  'words-too-long': '有一条说明超过 200 个字了，请写短一些。',
  'content-refused': '说明没有通过审核，请换个说法再交。',
  'check-unanswered': '内容审核暂时没有回应，请过几分钟再交；也可以先不写说明。',
}

export const acknowledgeRefusals: Record<Refusal<'circular.acknowledge'>, string> = {
  'wrong-state': '这条通知已经撤回，不用确认了。',
}

export const remindRefusals: Record<Refusal<'circular.remind'>, string> = {
  'wrong-state': '这条通知已经结束，不能再提醒；着急请打电话。',
  'too-soon': '一小时内提醒过了，请过一会儿再提醒，着急请打电话。',
  'nobody-left': '没有能提醒到的店了：都已确认，或还没有人登录，请打电话。',
}

export const closeRefusals: Record<Refusal<'circular.close'>, string> = {
  'wrong-state': '这条通知已经撤回，不用再结束。',
}
