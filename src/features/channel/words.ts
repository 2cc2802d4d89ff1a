import type { Author, ChannelHead, ChannelTitle } from '#domain/contract/channel'
import type { Standing } from '#domain/channel'
import { dayOf, startOf } from '#domain/kernel/day'
import type { Instant } from '#domain/kernel/instant'
import { unreachable } from '#domain/kernel/unreachable'
import { eventOf, type Card, type CardEvent, type Line } from '#domain/message'
import type { SettledHow } from '#domain/question'
import type { CommonRefusal } from '#domain/contract/reply'
import { commonRefusalWords } from '../../platform/outcome'
import { dayWords, momentWords } from '../../ui/time-words'
import type { PostCode } from './outbox'

export const standingWords: Record<Standing, string> = {
  owner: '业户',
  head: '店长',
  deputy: '副店长',
  command: '区指挥部',
}

/** How a channel is called, as this reader sees it. */
export const titleWords = ({ kind, headName, shopName }: ChannelTitle, standing: Standing): string => {
  switch (kind) {
    case 'command':
      return '店长攻坚群'
    case 'store':
      return headName === null ? '店长群' : `${headName}店长群`
    case 'desk':
      if (standing !== 'owner') return shopName ?? '店铺'
      return headName === null ? '店长 · 仅您和店长' : `${headName} · 仅您和店长`
    default:
      return unreachable(kind)
  }
}

/** Nothing there for this reader: no such channel, or not theirs (any more). */
const notHereWords = '没有找到这个聊天，可能换了店长，或您已不在里面。请回首页再打开。'
export const openRefusals = { 'not-found': notHereWords, 'not-permitted': notHereWords }

/** The one letter of a channel's round sign. */
export const signOf = ({ kind, headName, shopName }: ChannelTitle, standing: Standing): string => {
  if (kind === 'command') return '区'
  if (kind === 'desk' && standing !== 'owner') return shopName ?? '店'
  return headName ?? '店'
}

export const nameWords = ({ name, standing }: Author): string =>
  standing === null ? '系统' : (name ?? '已注销')

/** 「李姐 · 温馨旅店」「王敏 · 店长」 */
export const authorWords = (author: Author): string => {
  const { standing, shopName } = author
  if (standing === null) return '系统'
  const as = standing === 'owner' ? shopName : standingWords[standing]
  return as === null ? nameWords(author) : `${nameWords(author)} · ${as}`
}

const eventWords: Record<CardEvent, string> = {
  handOver: '店长换人了',
  report: '反映有新进展',
  faq: '存成了常见问题',
  'guidance-opened': '有新的指导事项',
  'guidance-saidDone': '店里说做好了',
  'guidance-done': '指导事项已完成',
  'guidance-dropped': '指导事项已取消',
  'visit-planned': '约好上门指导',
  'visit-moved': '上门指导改了时间',
  'visit-done': '上门指导已完成',
  'visit-cancelled': '上门指导取消了',
}

/** A message in one line: its words, or what it is. */
export const lineWords = ({ kind, words, event }: Line): string => {
  switch (kind) {
    case 'text':
      return words
    case 'images':
      return Number(words) > 1 ? `〔${words} 张图片〕` : '〔图片〕'
    case 'voice':
      return `〔语音 ${words} 秒〕`
    case 'file':
      return `〔文件〕${words}`
    case 'article':
      return `〔指南〕${words}`
    case 'circular':
      return `〔通知〕${words}`
    case 'card':
      return [event && eventWords[event], words].filter(Boolean).join('：')
    case 'recalled':
      return '消息已撤回'
    case 'hidden':
      return '消息已隐藏'
    default:
      return unreachable(kind)
  }
}

const postRefusals: Record<Exclude<PostCode, CommonRefusal>, string> = {
  'phone-needed': '发消息前要先验证手机号，只需一次。',
  'words-missing': '还没有写内容，写一句再发。',
  'words-too-long': '字数超过 2000 了，请删减或分两条发。',
  'kind-not-allowed': '这里不能发这一类内容，请改发文字或图片。',
  'mention-not-allowed': '这里只能提醒店长，请去掉别的 @。',
  'too-many-mentions': '一条消息最多提醒 20 人，请少选几位。',
  'article-gone': '这篇指南已撤下，或不适合这个群，请另选一篇。',
  'quote-unknown': '引用的消息已经不在了，请去掉引用再发。',
  'ticket-unknown': '文件没有传完，请重发。',
  'photo-missing': '图片没有传完，请重发。',
  'photo-too-large': '图片太大，请换一张或截图后再发。',
  'not-a-photo': '有一张不是图片，请换一张再发。',
  'too-many-photos': '一次最多发 9 张图片，请分两次发。',
  'not-a-voice': '这段语音放不出来，请重新录。',
  'voice-too-long': '语音最长 60 秒，请分两段说。',
  'file-too-large': '文件超过 20 MB，请压缩或拍照片发。',
  'file-kind': '这种文件不能发，请发 PDF、Word、Excel 或图片。',
  'file-name': '文件名太长或有特殊字符，请改名后再发。',
  'content-refused': '内容没有通过审核，请换个说法再发。',
  'photo-lost': '图片已不在这部手机上，请重新选。',
}

/** Why a message was not sent, and what to do. */
export const refusalWords = (code: string): string => {
  const words: Readonly<Record<string, string>> = { ...commonRefusalWords, ...postRefusals }
  return words[code] ?? '没有发出，请稍后重试；一直不行请打 12345。'
}

/** Whether anybody of the office reads now, and how soon an answer may be expected. */
export const dutyWords = ({ onDuty, promisedMinutes }: ChannelHead): string => {
  if (!onDuty) return '休息时间，上班后 4 小时内回复'
  return promisedMinutes === null
    ? '在班，工作时间 4 小时内回复'
    : `在班，一般 ${String(promisedMinutes)} 分钟内回复`
}

export const promiseWords = '店长在工作时间 4 小时内回复，超时会提醒他的同事。'

export const settledHowWords: Record<SettledHow, string> = {
  phone: '电话答复了',
  onSite: '当面答复了',
  noQuestion: '不是问题',
}

/** A visit without an hour stands at the beginning of its day. */
const visitWords = (at: Instant, now: Instant): string =>
  at === startOf(dayOf(at)) ? dayWords(at, now) : momentWords(at, now)

const cardTitle = (card: Card, now: Instant): string => {
  switch (card.kind) {
    case 'handOver':
      return `交接 ${String(card.shops)} 家店铺，聊天记录都在`
    case 'report':
      return card.number
    case 'visit':
      return visitWords(card.at, now)
    case 'guidance':
    case 'faq':
      return card.title
    default:
      return unreachable(card)
  }
}

/** What the system says on a card, and which thing it is about. */
export const cardWords = (card: Card, now: Instant): { readonly what: string; readonly title: string } => ({
  what: eventWords[eventOf(card)],
  title: cardTitle(card, now),
})
