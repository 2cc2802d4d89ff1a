import type { ArticleStatus, ArticleTopic } from '#domain/article'
import type { CannedOwner } from '#domain/canned-answer'
import type { EndpointName, Refusal } from '#domain/contract/endpoints'
import type { CommonRefusal } from '#domain/contract/reply'
import type { PhotoTrouble } from '../../platform/photo'
import type { UploadRefusal } from '../../platform/upload-photos'

export const topicWords: Record<ArticleTopic, string> = {
  papers: '证照齐全',
  facilities: '设施完备',
  disinfection: '消毒规范',
  hygiene: '卫生良好',
  licence: '办证',
  other: '其他',
}

export const statusWords: Record<ArticleStatus['kind'], string> = {
  draft: '草稿',
  published: '已发布',
  withdrawn: '已撤下',
}

export const cannedOwnerWords: Record<CannedOwner['kind'], string> = {
  own: '我自己的',
  agency: '本单位的',
  district: '全区的',
}

/** For whom, in one line: 「小旅店、小浴池」, or everybody. */
export const tradesWords = (trades: readonly string[] | null): string =>
  trades === null ? '各行业' : trades.join('、')

type Own<E extends EndpointName> = Exclude<Refusal<E>, CommonRefusal>

const checkWords = {
  'content-refused': '内容没有通过审核，请换个说法再发布。',
  'content-unchecked': '审核暂时没有回应，内容已保存，请过一会儿再发布。',
  'content-undecided': '系统拿不准这段内容，请再读一遍。',
} as const

const textWords = {
  'title-missing': '还没有写标题。',
  'title-too-long': '标题最多 60 个字，请改短一些。',
  'nothing-written': '还没有写内容，先加一段。',
  'block-empty': '有一段是空的，写上或删掉这一段。',
  'block-too-long': '有一段太长，请拆成两段。',
  'too-much': '整篇最多 5000 字、9 张图，请拆成两篇。',
  'unknown-trade': '行业有变动，请重新选。',
} as const

export const saveRefusals: Record<Own<'article.save'> | UploadRefusal, string> = {
  ...textWords,
  'ticket-unknown': '图片没有传完，请重试。',
  'photo-missing': '有一张图片没有传完，请重新选。',
  'photo-too-large': '图片太大，请换一张或截图后再用。',
  'not-a-photo': '有一张不是图片，请换一张。',
  'too-many-photos': '一篇最多 9 张图。',
  'photo-lost': '图片已不在这部手机上，请重新选。',
}
export const publishRefusals: Record<Own<'article.publish'>, string> = checkWords
export const withdrawRefusals: Record<Own<'article.withdraw'>, string> = {
  'wrong-state': '这篇还没有发布，不用撤下。',
}
export const keepRefusals: Record<Own<'article.fromAnswer'>, string> = {
  ...textWords,
  ...checkWords,
  'title-missing': '还没有写问题。',
  'title-too-long': '问题最多 60 个字，请改短一些。',
  'nothing-written': '还没有写答复。',
  'block-empty': '还没有写答复。',
  'not-an-answer': '这条不是答复，请在店长的答复上点「存为常见问题」。',
  'names-somebody': '里面还有店名、人名或电话，大家都会看到，请去掉。',
}
export const prefillRefusals: Record<Own<'article.prefill'>, string> = {
  'not-an-answer': keepRefusals['not-an-answer'],
}
export const cannedRefusals: Record<Own<'cannedAnswer.save'>, string> = {
  ...checkWords,
  'words-missing': '还没有写内容。',
  'words-too-long': '一条最多 500 字，请改短一些。',
  'unknown-field': '花括号里只能写 {店名}、{店长}、{行业}、{街道}，请改一下。',
  'unknown-trade': textWords['unknown-trade'],
}

export const photoTroubleWords: Record<PhotoTrouble, string> = {
  'photo-too-large': '图片太大，请换一张或截图后再用。',
  'photo-too-many': '一篇最多 9 张图。',
  'photo-unreadable': '这张图片打不开，请换一张。',
  'storage-full': '手机空间不够，请清理后再选。',
  'camera-refused': '没有拿到图片，请在手机设置里允许使用相册和相机。',
}
