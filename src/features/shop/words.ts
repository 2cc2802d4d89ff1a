import type { Licence, Pillar, PillarState, ShopRefusal, ShopState } from '#domain/shop'
import type { CommonRefusal } from '#domain/contract/reply'
import type { Refusal } from '#domain/contract/endpoints'
import type { Tone } from '../../ui/chip'
import type { IconName } from '../../ui/icon'

interface Mark {
  readonly tone: Tone
  readonly icon: IconName
  readonly word: string
}

export const pillarWords: Record<Pillar, string> = {
  papers: '证照制度',
  facilities: '卫生设施',
  disinfection: '消毒操作',
  hygiene: '卫生状况',
}

export const pillarMarks: Record<PillarState, Mark> = {
  good: { tone: 'good', icon: 'check', word: '已合格' },
  attention: { tone: 'warn', icon: 'warn', word: '要注意' },
  unchecked: { tone: 'mute', icon: 'clock', word: '待核查' },
}

export const shopStateMarks: Record<ShopState, Mark> = {
  open: { tone: 'good', icon: 'check', word: '营业中' },
  paused: { tone: 'mute', icon: 'clock', word: '停业' },
  transferred: { tone: 'info', icon: 'send', word: '已转让' },
  closed: { tone: 'mute', icon: 'close', word: '已注销' },
}

export const shopStates: readonly ShopState[] = ['open', 'paused', 'transferred', 'closed']

export const licenceWords: Record<Licence['kind'], string> = {
  business: '营业执照',
  hygiene: '卫生许可证',
  food: '食品经营许可证',
}

export const licenceKinds: readonly Licence['kind'][] = ['business', 'hygiene', 'food']

type Own<R extends string> = Record<Exclude<R, CommonRefusal>, string>

const factWords: Record<ShopRefusal, string> = {
  'name-missing': '还没有写名字，请填上再保存。',
  'name-too-long': '名字太长了，请写短一些。',
  'address-too-long': '地址最多 80 字，请写短一些。',
  'size-impossible': '面积或数量不对，请只填数字，不知道可以空着。',
  'too-many-staff': '从业人员最多 200 人，请先删去离店的人。',
  'too-many-licences': '证照最多 10 张，请先删去不用的。',
  'number-missing': '有证照没有写编号，请填上再保存。',
}

/** Each no in one sentence: why, and what to do. */
export const updateRefusalWords: Own<Refusal<'shop.update'>> = {
  ...factWords,
  'unknown-cell': '没有找到这个社区，请重新选择。',
  'unknown-trade': '没有找到这个行业，请重新选择。',
  'outside-district': '这个位置不在本区，请选本区的社区。',
}

export const staffRefusalWords: Own<Refusal<'shop.staff'>> = {
  'name-missing': '还没有写姓名，请填上再保存。',
  'name-too-long': '姓名最多 20 字，请写短一些。',
  'too-many-staff': factWords['too-many-staff'],
}

export const unmaskRefusalWords: Own<Refusal<'shop.unmask'>> = {
  'reason-missing': '还没有写明为什么要看，请选一个或写一句。',
  'nothing-hidden': '登记里没有这家店的电话，请到店里问，再告诉区指挥部补上。',
}

export const inviteRefusalWords: Own<Refusal<'agent.invite'>> = {
  'phone-impossible': '手机号不对，请填 11 位手机号。',
  'name-missing': '还没有写姓名，请填上再提交。',
  'too-many-agents': '经办人已经满了，请先请一位退出再添加。',
}

/** Written, but changed by someone else meanwhile. */
export const staleWords = '刚刚有人改过这家店的资料，已为您更新；您填的还在，请看过后再点保存。'

export const unansweredWords = '网络不通，不确定有没有保存成功；您填的还在，请重试，重试不会重复。'
