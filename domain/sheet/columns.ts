import { shopLimits, type ShopState } from '../shop'
import type { SheetKind } from '../sheet'
import {
  readAmount,
  readDayCell,
  readEnd,
  readNumber,
  readOneOf,
  readPhone,
  readText,
  type Reading,
} from './cell'
import { readRoles } from './roles'

/** One column of a sheet: its heading, other headings that offices use for it, and how a cell of it is read. */
export interface Column<T> {
  readonly heading: string
  readonly also: readonly string[]
  readonly needed: boolean
  readonly read: (text: string) => Reading<T>
  /** a name or a phone: what was found there is shown masked */
  readonly personal: boolean
  /** what an example row says */
  readonly example: string
}

interface More {
  readonly also?: readonly string[]
  readonly personal?: true
}

const column =
  (needed: boolean) =>
  <T>(heading: string, read: (text: string) => Reading<T>, example: string, more: More = {}): Column<T> => ({
    ...{ heading, needed, read, example },
    also: more.also ?? [],
    personal: more.personal ?? false,
  })
const needed = column(true)
const optional = column(false)

/** How the office's sheets name a shop's state. */
export const stateWords: Readonly<Record<ShopState, string>> = {
  open: '营业',
  paused: '停业',
  transferred: '转让',
  closed: '注销',
}

const placeName = 30
const position = optional('序号', readAmount({ least: 0, most: 100_000, whole: true }), '1')
const degrees = (most: number) => readAmount({ least: -most, most })

const streets = {
  name: needed('街道名称', readText(placeName), '示例街道', { also: ['街道'] }),
  position,
} as const

const cells = {
  street: needed('所属街道', readText(placeName), '示例街道', { also: ['街道', '街道名称'] }),
  community: optional('社区', readText(placeName), '示例社区', { also: ['社区名称', '所属社区'] }),
  name: needed('网格名称', readText(placeName), '示例社区第一网格', {
    also: ['网格', '社区', '社区名称'],
  }),
  lng: needed('经度', degrees(180), '123.4321'),
  lat: needed('纬度', degrees(90), '38.5012'),
  position,
} as const

const departments = {
  name: needed('部门名称', readText(placeName), '示例部门', { also: ['部门', '处置部门'] }),
  position,
} as const

const people = {
  number: needed('工号', readNumber(shopLimits.number), '示例001', { also: ['人员编号', '编号'] }),
  name: needed('姓名', readText(20), '王小满', { personal: true }),
  phone: needed('手机号', readPhone, '13800000000', { also: ['手机', '电话', '联系电话'], personal: true }),
  title: optional('职务', readText(30), '二级主办', { also: ['职称', '岗位'] }),
  spot: optional('点位', readText(40), '', { also: ['包保点位', '责任点位'] }),
  roles: needed('角色', readRoles, '店长；网格员：示例街道/示例社区第一网格', { also: ['系统角色'] }),
  agency: optional('所属机构', readText(placeName), '卫生监督所', { also: ['单位', '机构'] }),
} as const

const shops = {
  number: needed('登记编号', readNumber(shopLimits.number), '示例0001', { also: ['店铺编号', '编号'] }),
  name: needed('店名', readText(shopLimits.name), '美丽人生理发店', { also: ['店铺名称', '字号', '名称'] }),
  trade: needed('行业', readText(placeName), '小理发美容店', { also: ['业态', '行业类别', '类别'] }),
  area: optional('面积', readAmount({ least: 0.1, most: 100_000 }), '45.5', { also: ['经营面积'] }),
  places: optional('座位床位数', readAmount({ least: 0, most: 10_000, whole: true }), '4', {
    also: ['座位数', '床位数', '位数'],
  }),
  address: needed('地址', readText(shopLimits.address), '示例路12号', { also: ['经营地址', '店铺地址'] }),
  street: needed('街道', readText(placeName), '示例街道', { also: ['所属街道', '街道名称'] }),
  cell: needed('网格', readText(placeName), '示例社区第一网格', {
    also: ['所属网格', '网格名称', '社区', '所属社区'],
  }),
  ownerName: optional('业主姓名', readText(20), '李一诺', {
    also: ['业主', '经营者', '负责人', '负责人姓名'],
    personal: true,
  }),
  ownerPhone: optional('业主电话', readPhone, '13900000000', {
    also: ['业主手机号', '业主手机', '联系电话', '电话', '手机号'],
    personal: true,
  }),
  licence: optional('营业执照号', readNumber(40), '示例执照号', { also: ['营业执照', '统一社会信用代码'] }),
  licenceUntil: optional('营业执照有效期', readEnd, '长期', { also: ['营业执照有效期至'] }),
  hygiene: optional('卫生许可证号', readNumber(40), '示例卫证号', { also: ['卫生许可证', '卫生许可证编号'] }),
  hygieneUntil: optional('卫生许可证有效期', readDayCell, '2028-11-23', { also: ['卫生许可证有效期至'] }),
  food: optional('食品许可证号', readNumber(40), '', { also: ['食品经营许可证号', '食品许可证'] }),
  foodUntil: optional('食品许可证有效期', readDayCell, '', { also: ['食品经营许可证有效期'] }),
  state: optional('状态', readOneOf(stateWords), '营业', { also: ['经营状态'] }),
} as const

const assignments = {
  shop: needed('登记编号', readNumber(shopLimits.number), '示例0001', { also: ['店铺编号', '编号'] }),
  head: needed('店长工号', readNumber(shopLimits.number), '001', { also: ['店长编号', '店长'] }),
  deputy: optional('副店长工号', readNumber(shopLimits.number), '002', { also: ['副店长编号', '副店长'] }),
} as const

export const sheetColumns = {
  streets,
  cells,
  departments,
  people,
  shops,
  assignments,
} as const satisfies Record<SheetKind, Readonly<Record<string, Column<unknown>>>>
type ColumnsOf<K extends SheetKind> = (typeof sheetColumns)[K]
export type ColumnKey<K extends SheetKind> = keyof ColumnsOf<K> & string

/** A row's values: null where the cell is blank; absent where the sheet lacks the column or the cell is broken. */
export type Values<K extends SheetKind> = {
  readonly [C in ColumnKey<K>]?: (ColumnsOf<K>[C] extends Column<infer T> ? T : never) | null
}

/** What a thing is found again by; two rows of one sheet with the same key are one too many. */
export const keyColumns = {
  streets: ['name'],
  cells: ['street', 'name'],
  departments: ['name'],
  people: ['number'],
  shops: ['number'],
  assignments: ['shop'],
} as const satisfies { readonly [K in SheetKind]: readonly ColumnKey<K>[] }

export const columnsOf = (kind: SheetKind): readonly (readonly [key: string, column: Column<unknown>])[] =>
  Object.entries(sheetColumns[kind])
