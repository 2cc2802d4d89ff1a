import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import writeXlsxFile from 'write-excel-file/node'

import type { CaseloadRow } from '#domain/contract/caseload'
import type { ReportRow } from '#domain/contract/report'
import type { ImportView } from '#domain/contract/sheet'
import type { ShopRow } from '#domain/contract/shop'
import { sheetColumns } from '#domain/sheet/columns'

import { drawPicture } from '../../tools/seed/pictures'
import { randomFrom } from '../../tools/seed/random'
import { bindGroup, careALittle } from './care-life'
import { callProduct } from './product-process'

type Ask = <T>(openid: string, endpoint: string, input: unknown) => Promise<T>

const askAt =
  (url: string): Ask =>
  (openid, endpoint, input) =>
    callProduct(url, openid, endpoint, input)

/** What a phone does with a picture or a workbook before it speaks of it. */
const uploadAt = async (url: string, openid: string, path: string, bytes: Buffer): Promise<string> => {
  const answer = await fetch(`${url}/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-local-openid': openid },
    body: new Uint8Array(bytes),
  })
  const { fileID } = (await answer.json()) as { readonly fileID?: string }
  if (fileID === undefined) throw new Error(`the upload to ${path} was not taken`)
  return fileID
}

interface Rows<T> {
  readonly rows: readonly T[]
}

export const people = {
  visitor: 'visitor-looks',
  resident: 'local-resident-1',
  owner: 'local-owner-5',
  head: 'local-head-1',
  grid: 'local-grid-c-001',
  handler: 'local-handler-p-03-1',
  street: 'local-street-s-01',
  clerk: 'local-clerk',
  moderator: 'local-moderator',
  assessor: 'local-assessor',
  leader: 'local-leader',
  volunteer: 'local-volunteer',
  command: 'local-command-1',
  /** has agreed, and told nothing yet */
  newcomer: 'visitor-newcomer',
  /** holds two posts */
  twofold: 'visitor-twofold',
} as const

const first = <T>({ rows }: Rows<T>, what: string): T => {
  const [row] = rows
  if (row === undefined) throw new Error(`the made-up district has no ${what}`)
  return row
}

const shopsOf = (ask: Ask, openid: string, scope: string, words = '') =>
  ask<Rows<ShopRow>>(openid, 'shop.list', {
    ...{ scope, words, street: null, cell: null, trade: null, cursor: null },
  })

const reportOf = async (ask: Ask, openid: string, scope: string, filter: string) =>
  first(await ask<Rows<ReportRow>>(openid, 'report.list', { scope, filter, cursor: null }), 'report').id

/** As a phone's camera reads it from the picture at the shop's door. */
const codeOf = async (ask: Ask, url: string, shop: string): Promise<string> => {
  const code = await ask<{ url: string }>(people.command, 'shop.code', { id: shop })
  const picture = await fetch(new URL(code.url, url))
  const { data, width, height } = PNG.sync.read(Buffer.from(await picture.arrayBuffer()))
  const found = jsQR(new Uint8ClampedArray(data), width, height)
  const text = found === null ? null : /(?:scene|code)=([0-9a-f]+)/.exec(found.data)?.[1]
  if (text === undefined || text === null) throw new Error('the picture at the door holds no code')
  return text
}

const upload = async (ask: Ask, url: string, openid: string, bytes: Buffer) => {
  const { ticket, folder } = await ask<{ ticket: string; folder: string }>(openid, 'upload.ticket', {})
  return { ticket, files: [await uploadAt(url, openid, `${folder}/1`, bytes)] }
}

/** A workbook of streets of which one row is broken. */
const startImport = async (ask: Ask, url: string) => {
  const keys = Object.keys(sheetColumns.streets) as (keyof typeof sheetColumns.streets)[]
  const heading = keys.map((key) => ({ value: sheetColumns.streets[key].heading, type: String }))
  const row = (value: string) => keys.map(() => ({ value, type: String }))
  const bytes = await writeXlsxFile([{ sheet: '街道', data: [heading, row('新河街道'), row('')] }]).toBuffer()
  const uploaded = await upload(ask, url, people.command, bytes)
  const start = { ...uploaded, kind: 'streets', key: 'looks-import-streets' }
  return (await ask<{ id: string }>(people.command, 'import.start', start)).id
}

/** far enough that no timer carries it out */
const laterDay = '2099-01-05'

const planHandOver = async (ask: Ask): Promise<CaseloadRow> => {
  const { rows } = await ask<Rows<CaseloadRow>>(people.command, 'caseload.list', { cursor: null })
  const [from, to] = rows.filter(
    ({ holder, agencyName }) => holder.kind === 'head' && agencyName === rows[0]?.agencyName,
  )
  if (!from || !to) throw new Error('the made-up district has no two heads of one agency')
  const { list } = await ask<{ list: readonly { id: string }[] }>(people.command, 'caseload.read', {
    id: from.id,
  })
  await ask(people.command, 'caseload.move', {
    ...{ from: from.id, to: to.id, shops: [list[0]?.id], on: laterDay, key: 'looks-hand-over-1' },
  })
  return from
}

const agree = async (ask: Ask, openid: string) => {
  const { guide } = await ask<{ guide: { versions: unknown } }>(openid, 'session.open', {})
  await ask(openid, 'session.agree', guide.versions)
}

const verifyPhone = async (ask: Ask, url: string, openid: string, phone: string) => {
  const answer = await fetch(`${url}/wechat/phone-code`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid, phone }),
  })
  const { code } = (await answer.json()) as { readonly code: string }
  await ask(openid, 'account.verifyPhone', { code })
}

const cell = 'c-001'

const grantByPhone = (ask: Ask, phone: string, name: string, role: string, scope: object) =>
  ask(people.command, 'role.grant', { phone, name, grant: { role, scope } })

/** One who has just agreed; and one who came to two posts by a verified phone. */
const welcome = async (ask: Ask, url: string) => {
  const phone = '19900990098'
  await agree(ask, people.newcomer)
  await agree(ask, people.twofold)
  await grantByPhone(ask, phone, '陆思齐', 'grid', { kind: 'cell', cell })
  await grantByPhone(ask, phone, '陆思齐', 'handler', { kind: 'department', department: 'p-03' })
  await verifyPhone(ask, url, people.twofold, phone)
}

interface Named {
  readonly id: string
  readonly name: string
}

/** Three reports of the resident's, as far as each came: sent, being worked on, said to be done. */
const reportThree = async (ask: Ask, url: string) => {
  const { categories } = await ask<{ categories: readonly Named[] }>(people.resident, 'district.read', {})
  const category = categories.find(({ name }) => name === '暴露垃圾')?.id
  const report = async (name: string, words: string) => {
    const place = { cell, spot: '东门口', point: null }
    const input = { key: `looks-report-${name}`, words, category: null, ticket: null, files: [], place }
    return (await ask<{ id: string }>(people.resident, 'report.submit', input)).id
  }
  const move = async (openid: string, name: string, id: string, more: object = {}) => {
    const { version } = await ask<{ version: number }>(openid, 'report.read', { id })
    await ask(openid, `report.${name}`, { id, version, key: `looks-${name}-${id}`, ...more })
  }
  const sent = await report('sent-1', '单元门口的垃圾桶满了，盖不上。')
  const started = await report('started', '花坛里有人扔了一袋剩菜。')
  const fixed = await report('fixed-1', '楼道口堆着旧家具和纸箱。')
  for (const id of [started, fixed]) {
    await move(people.grid, 'triage', id, { category })
    await move(people.handler, 'start', id)
  }
  const proof = await upload(ask, url, people.handler, drawPicture(randomFrom(9)))
  await move(people.handler, 'fix', fixed, { ...proof, words: '已清走。' })
  return { sent, started, fixed }
}

/** What a page's address names, found through the product's own doors. */
export interface Things {
  readonly shop: string
  readonly ownShop: string
  readonly code: string
  readonly caseload: string
  readonly importing: string
  readonly ownReport: string
  readonly gridReport: string
  readonly handlerReport: string
  readonly anyReport: string
  readonly sentReport: string
  readonly startedReport: string
  readonly fixedReport: string
  readonly article: string
  /** the first head's, with an answer in it that quotes its question */
  readonly group: string
  /** of the head's, and one that the owner has not acknowledged */
  readonly circular: string
  readonly ownCircular: string
}

/** A question at the desk that waits for the head. */
const askHead = (ask: Ask, shop: string) =>
  ask<{ seq: number }>(people.owner, 'channel.post', {
    ...{ channel: `desk-${shop}`, key: 'looks-message-question', quote: null, mentions: [] },
    ...{ asks: false, shop: null, body: { kind: 'text', words: '店长，健康证要到期了，去哪里办新的？' } },
  })

/** What the local check can't decide waits for a moderator. */
const sayUnclearly = (ask: Ask, shop: string) =>
  ask(people.owner, 'channel.post', {
    ...{
      channel: `desk-${shop}`,
      key: 'looks-message-unclear',
      quote: null,
      mentions: [],
      asks: false,
      shop: null,
    },
    body: { kind: 'text', words: '隔壁说我们店不干净，到处跟人讲，这算不算造谣？ #review#' },
  })

const circularText = {
  title: '冬季通风与毛巾消毒',
  words:
    '天冷了，店里请每天早晚各开窗半小时，毛巾一客一换。对照几条看看自己的店，有问题点「去自查」，只告诉我一个人，我上门帮您。',
  items: ['每天早晚各开窗通风 30 分钟', '毛巾一客一换，用后单独放', '消毒记录每天写，本子放在前台'],
} as const

/** What the head sent to the own group, and what command sent to the owner's. */
const sendCirculars = async (ask: Ask, shop: string, ownShop: string) => {
  const send = async (openid: string, of: string, title: string) => {
    const { caseload } = await ask<{ caseload: string }>(openid, 'shop.read', { id: of })
    const input = {
      ...{ ...circularText, title, key: `looks-circular-${of}`.padEnd(20, '-').slice(0, 60) },
      ...{ to: { kind: 'groups', caseloads: [caseload] }, aim: { trades: [], streets: [], without: [] } },
    }
    const { ids } = await ask<{ ids: readonly string[] }>(openid, 'circular.send', input)
    if (ids[0] === undefined) throw new Error('a circular reached nobody')
    return ids[0]
  }
  return {
    circular: await send(people.head, shop, circularText.title),
    ownCircular: await send(people.command, ownShop, '春节前卫生自查'),
  }
}

/** What the seed has of the library and of the first head's talks. */
const libraryOf = async (ask: Ask) => {
  const sought = { words: '毛巾 分色', trade: null, topic: null, cursor: null }
  const { id } = first(await ask<Rows<{ id: string }>>(people.owner, 'article.list', sought), 'article')
  const { rows } = await ask<Rows<{ id: string; kind: string }>>(people.head, 'channel.list', {})
  const group = rows.find(({ kind }) => kind === 'store')
  if (!group) throw new Error('the first head has no group')
  return { article: id, group: group.id }
}

/** A little life in the seeded district, so that no list is looked at empty: a claim, complaints, an import, a plan. */
export const liveALittle = async (url: string): Promise<Things> => {
  const ask = askAt(url)
  const importing = await startImport(ask, url)
  const ownShop = first(await shopsOf(ask, people.owner, 'mine'), "owner's shop").id
  const shop = first(await shopsOf(ask, people.head, 'caseload', 'QT00060'), 'shop of a head').id
  const code = await codeOf(ask, url, shop)
  const licence = await upload(ask, url, people.resident, drawPicture(randomFrom(7)))
  await ask(people.resident, 'claim.ask', { ...licence, code, key: 'looks-claim-by-licence' })
  const complain = (openid: string, reason: string, words: string, key: string) =>
    ask(openid, 'complaint.submit', { about: null, reason, words, key })
  await complain(people.resident, 'suggestion', '希望大厅周六也能办。', 'looks-complaint-one')
  await complain(people.owner, 'service', '约好的上门时间改了两次，没有人提前告诉我。', 'looks-complaint-two')
  const { seq } = await askHead(ask, ownShop)
  await careALittle(ask, { head: people.head, owner: people.owner, ownShop, shop, seq })
  await sayUnclearly(ask, ownShop)
  await grantByPhone(ask, '19900990099', '冯晓岚', 'grid', { kind: 'cell', cell })
  await welcome(ask, url)
  const reports = await reportThree(ask, url)
  const circulars = await sendCirculars(ask, shop, ownShop)
  const { id: caseload } = await planHandOver(ask)
  const library = await libraryOf(ask)
  await bindGroup(ask, url, people.head, library.group)
  return {
    ...{ shop, ownShop, code, caseload, importing },
    ownReport: await reportOf(ask, people.resident, 'mine', 'all'),
    gridReport: await reportOf(ask, people.grid, 'work', 'all'),
    handlerReport: await reportOf(ask, people.handler, 'work', 'open'),
    anyReport: await reportOf(ask, people.command, 'work', 'all'),
    ...{ sentReport: reports.sent, startedReport: reports.started, fixedReport: reports.fixed },
    ...circulars,
    ...library,
  }
}

/** The local cloud's own timers check the sheet; nobody is made to wait for it before it is looked at. */
export const importChecked = async (url: string, id: string): Promise<void> => {
  for (;;) {
    const { status } = await askAt(url)<ImportView>(people.command, 'import.read', { id })
    if (status.kind !== 'checking') return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
