import type { ContentReason } from '#domain/moderation'

/** Why a message is not shown, for the one who judges it and the one who wrote it. */
export const contentReasonWords: Record<ContentReason, string> = {
  abusive: '辱骂、骚扰',
  advertising: '广告',
  fraud: '诈骗',
  vulgar: '低俗',
  sexual: '色情',
  politics: '不当言论',
  unlawful: '违法',
  copyright: '侵权',
  other: '其他',
}
