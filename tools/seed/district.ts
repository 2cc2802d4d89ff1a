import { asId, type Id } from '#domain/kernel/id'
import type { Cell } from '#domain/place'
import type { Category, Route } from '#domain/routing'

/** A made-up district: no such place exists; the coordinates lie in open water off every coast that has one. */
export const district = {
  id: asId<'district'>('d-qingtai'),
  name: '青台区',
  bounds: { west: 123.2, south: 38.4, east: 123.5, north: 38.6 },
  terms: { triageHours: 4, silentDays: 3, reopenDays: 10 },
  consent: { privacy: '2026-11', agreement: '2026-11' },
  contact: '区卫生健康局 024-0000 0000',
  deskSentence: '在这里问，先指导。聊天内容不作为扣分和处罚依据；涉及人身安全或依法必须查处的，会先告诉您。',
} as const

const streetNames = [
  '迎春',
  '中兴',
  '望湖',
  '青石',
  '柳荫',
  '南塘',
  '北桥',
  '东篱',
  '西岭',
  '和风',
  '云台',
  '金穗',
  '桃源',
  '月河',
  '松岗',
]
const estateNames = ['春晖', '锦园', '听涛', '明珠', '安居', '翠堤', '书香', '康乐', '新苑', '长青', '朝阳']

const byNumber = (position: number) => String(position + 1).padStart(2, '0')

export const streets = streetNames.map((name, position) => ({
  id: asId<'street'>(`s-${byNumber(position)}`),
  name: `${name}街道`,
  position,
}))

/** How many cells each estate of a street has, nineteen in all. */
const estateSizes = [2, 3, 1, 2, 1, 3, 2, 1, 2, 1, 1]
const ordinals = ['一', '二', '三']

/** A large estate is a community of several cells, a small one a cell and a community in one. */
const estateCells: readonly Pick<Cell, 'name' | 'community'>[] = estateSizes.flatMap((size, at) => {
  const community = `${estateNames[at] ?? ''}社区`
  if (size === 1) return [{ name: community }]
  return ordinals.slice(0, size).map((ordinal) => ({ name: `${community}第${ordinal}网格`, community }))
})

const cellCount = 276

/** Laid out street by street over the district's box. */
export const cells: readonly (Cell & { readonly position: number })[] = Array.from(
  { length: cellCount },
  (_, position) => {
    const row = position % streets.length
    const column = Math.floor(position / streets.length)
    const street = streets[row]
    const estate = estateCells[column]
    if (!street || !estate) throw new Error('the lists of names ran out')
    return {
      id: asId<'cell'>(`c-${String(position + 1).padStart(3, '0')}`),
      street: street.id,
      ...estate,
      centre: { lng: 123.21 + column * 0.0155, lat: 38.407 + row * 0.0133 },
      position,
    }
  },
)

export const departments = [
  '城市管理局',
  '市政设施处',
  '环境卫生处',
  '园林绿化处',
  '生态环境分局',
  '市场监管局',
  '住房保障局',
  '公安交通大队',
  '水务处',
  '街道综合执法队',
].map((name, position) => ({ id: asId<'department'>(`p-${byNumber(position)}`), name, position }))

/** Hours seen in published rules for such services; `department` is the district-wide line of the routing table. */
const kinds: readonly (readonly [name: string, hours: number, department: number])[] = [
  ['暴露垃圾', 4, 2],
  ['道路保洁', 2, 2],
  ['道路积水', 4, 8],
  ['建筑垃圾', 4, 2],
  ['绿地脏乱', 4, 3],
  ['绿化养护', 120, 3],
  ['违法建设', 168, 0],
  ['占道经营', 4, 9],
  ['店外经营', 4, 9],
  ['小广告', 24, 0],
  ['僵尸车', 168, 7],
  ['噪音扰民', 72, 4],
  ['餐饮油烟', 72, 4],
  ['无证经营', 168, 5],
  ['路灯路面损坏', 120, 1],
  ['其他问题', 120, 0],
]

const departmentAt = (position: number): Id<'department'> => {
  const found = departments[position]
  if (!found) throw new Error(`no department ${String(position)}`)
  return found.id
}

export const categories: readonly (Category & { readonly position: number })[] = kinds.map(
  ([name, hours], position) => ({
    id: asId<'category'>(`k-${byNumber(position)}`),
    name,
    hours,
    position,
  }),
)

/** Every category has its district-wide line; stalls in the first three streets belong to the city management. */
export const routes: readonly Route[] = [
  ...kinds.map(([, , department], position) => ({
    category: asId<'category'>(`k-${byNumber(position)}`),
    street: null,
    department: departmentAt(department),
  })),
  ...streets
    .slice(0, 3)
    .map(({ id }) => ({ category: asId<'category'>('k-08'), street: id, department: departmentAt(0) })),
]
