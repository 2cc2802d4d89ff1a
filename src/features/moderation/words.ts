import type { Refusal } from '#domain/contract/endpoints'
import type { ModerationRow } from '#domain/contract/moderation'
import type { CommonRefusal } from '#domain/contract/reply'

export const becauseWords: Record<ModerationRow['because'], string> = {
  undecided: '系统拿不准',
  unanswered: '系统没有查完',
}

export const channelWords: Record<ModerationRow['channel'], string> = {
  command: '攻坚群',
  store: '店长群',
  desk: '店铺和店长的单独聊天',
}

export const sideWords: Record<ModerationRow['standing'], string> = {
  owner: '业户发的',
  head: '店长发的',
  deputy: '副店长发的',
  command: '区指挥部发的',
}

type Ours = Exclude<Refusal<'moderation.decide'>, CommonRefusal>

export const moderationRefusals: Record<Ours, string> = {
  'wrong-state': '这一条已经有人处理了，已为您更新。',
  'reason-missing': '请写一句原因，发的人会看到。',
}

export const offlineDecision = '网络不通，不确定有没有提交成功；请重试，重试不会重复。'
