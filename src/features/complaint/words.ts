import type { Standing } from '#domain/channel'
import type { ComplainedMessage } from '#domain/contract/complaint'
import type { Refusal } from '#domain/contract/endpoints'
import type { CommonRefusal } from '#domain/contract/reply'
import type { Instant } from '#domain/kernel/instant'
import { momentWords } from '../../ui/time-words'
import { complaintWords, type ComplaintReason, type ComplaintSubject } from '#domain/complaint'

export const reasonWords: Record<ComplaintReason, string> = {
  suggestion: '提建议',
  service: '对办理或服务不满意',
  false: '内容不实',
  abusive: '辱骂、骚扰',
  privacy: '泄露了个人信息',
  advertising: '广告',
  unlawful: '违法',
  other: '其他',
}

/** What can be said of the product and the office, and what of something that somebody posted. */
export const openReasons: readonly ComplaintReason[] = ['suggestion', 'service', 'privacy', 'other']
export const flagReasons: readonly ComplaintReason[] = [
  'false',
  'abusive',
  'privacy',
  'advertising',
  'unlawful',
  'other',
]

export const subjectWords: Record<ComplaintSubject['kind'], string> = {
  report: '一件反映',
  shop: '一家店铺',
  person: '一个人',
  message: '一条消息',
}

const sideWords: Record<Standing, string> = {
  owner: '业户发的',
  head: '店长发的',
  deputy: '副店长发的',
  command: '区指挥部发的',
}

const stateWords: Record<ComplainedMessage['state'], string> = {
  shown: '',
  recalled: '，发的人已撤回',
  hidden: '，已隐藏',
}

/** Which message is meant: whose side said it, when, and what became of it. */
export const complainedWords = ({ standing, at, state }: ComplainedMessage, now: Instant): string =>
  `被举报的消息：${standing === null ? '系统发的' : sideWords[standing]}，${momentWords(at, now)}${stateWords[state]}`

type Ours = Exclude<Refusal<'complaint.submit'> | Refusal<'complaint.answer'>, CommonRefusal>

export const complaintRefusals: Record<Ours, string> = {
  'words-missing': '还没有写内容，请写一句再提交。',
  'words-too-long': `最多 ${String(complaintWords)} 字，请写短一些。`,
  'wrong-state': '这件已经答复过了，已为您更新，请看最新内容。',
}

export const offlineSubmit = '网络不通，不确定有没有提交成功；内容还在，请重试，重试不会重复。'
export const offlineAnswer = '网络不通，内容已保存，请重试。'
