import { asId } from '#domain/kernel/id'
import type { RosterEntry } from '#domain/roster'

import { db } from '../../cloudfunctions/cloud/database'
import { saveEntry } from '../../cloudfunctions/store/roster'
import { listAuditEntries } from '../../cloudfunctions/use-cases/audit/list'
import { depute } from '../../cloudfunctions/use-cases/caseload/depute'
import { read } from '../../cloudfunctions/use-cases/caseload/read'
import { readTree } from '../../cloudfunctions/use-cases/caseload/tree'
import { readDistrict } from '../../cloudfunctions/use-cases/district/read'
import { aShop } from '../support/a-shop'
import { yes } from '../support/a-submission'
import { command, district, street } from '../support/builders'
import {
  addShops,
  anEntry,
  caseloadOf,
  entryOf,
  foundShopOffice,
  headOne,
  headTwo,
  officialName,
  pool,
} from '../support/shop-district'
import { as, foundDistrict, springCell } from '../support/small-district'

const one = caseloadOf(headOne)

beforeEach(async () => {
  await foundDistrict()
  await foundShopOffice()
})

describe('a caseload with its shops', () => {
  it('shows each shop with its place and trade, and the head with name and agency', async () => {
    const shops = [aShop('v1'), aShop('v2')]
    await addShops(one, shops)
    const view = yes(await read({ id: one }, as(command)))
    expect(view).toMatchObject({ name: officialName(headOne), agencyName: '卫生监督所', shops: 2 })
    expect(view.list).toEqual(
      shops.map(({ id, name, address, street, cell, trade }) => ({ id, name, address, street, cell, trade })),
    )
  })

  it('is there for a pool that nobody needed yet, and not for an id of nothing', async () => {
    expect(yes(await read({ id: pool }, as(command))).list).toEqual([])
    expect(await read({ id: asId('head-nobody') }, as(command))).toEqual({ ok: false, code: 'not-found' })
  })
})

describe('the tree below a street', () => {
  const cellId = (name: string) => asId<'cell'>(`cell-${name}`)
  const addCells = (cells: Readonly<Record<string, string | undefined>>) =>
    db.collection('cells').add({
      data: Object.entries(cells).map(([name, community], at) => ({
        ...{ _id: cellId(name), district, street, name, position: 10 + at, centre: springCell.centre },
        ...(community === undefined ? {} : { community }),
      })),
    })
  const at = (name: string, cells: readonly string[], more: Partial<RosterEntry> = {}) =>
    saveEntry(
      db,
      anEntry(
        { ...command, id: asId(`person-${name}`) },
        {
          ...{ name, number: name, title: '网格员' },
          grants: cells.map((one) => ({ role: 'grid', scope: { kind: 'cell', cell: cellId(one) } })),
          ...more,
        },
      ),
    )
  const below = async () => yes(await readTree({ street }, as(command))).children
  const [one, two] = ['春晖社区第一网格', '春晖社区第二网格'] as const

  it('has communities with their cells, and cells that are a community of their own', async () => {
    await addCells({ [one]: '春晖社区', 锦园社区: undefined, [two]: '春晖社区', 听涛网格: '听涛社区' })
    await addShops(pool, [aShop('t1', { cell: cellId(one) }), aShop('t2', { cell: cellId(two) })])
    const seen = (await below()).map(({ kind, name, shops, children }) => [
      ...[kind, name, shops],
      ...children.map((cell) => `${cell.kind} ${cell.name} ${String(cell.shops)}`),
    ])
    expect(seen).toEqual([
      ['cell', springCell.name, 0],
      ['community', '春晖社区', 2, `cell ${one} 1`, `cell ${two} 1`],
      ['cell', '锦园社区', 0],
      ['community', '听涛社区', 0, 'cell 听涛网格 0'],
    ])
  })

  it('names who answers for every cell of a community once, at the community', async () => {
    await addCells({ [one]: '春晖社区', [two]: '春晖社区' })
    await at('书记', [one, two], { title: '社区书记' })
    await at('小石', [two])
    const community = (await below()).find(({ kind }) => kind === 'community')
    const names = (people: readonly { readonly name: string }[] = []) => people.map(({ name }) => name)
    expect(names(community?.people)).toEqual(['书记'])
    expect(community?.children.map(({ people }) => names(people))).toEqual([[], ['小石']])
  })

  it('shows the 长 of a spot at their cells, the spot without the name above it', async () => {
    await addCells({ [one]: '春晖社区', [two]: '春晖社区' })
    await at('a', [one], { title: '楼长', spot: '春晖社区 3 号楼' })
    await at('b', [one, two], { title: '路长', spot: '迎春路' })
    await at('c', [one], { title: '场长', spot: one })
    const community = (await below()).find(({ kind }) => kind === 'community')
    expect(community?.people).toEqual([])
    expect(community?.children.map(({ people }) => people)).toEqual([
      [
        { name: 'a', title: '楼长', spot: '3 号楼' },
        { name: 'b', title: '路长', spot: '迎春路' },
        { name: 'c', title: '场长', spot: one },
      ],
      [{ name: 'b', title: '路长', spot: '迎春路' }],
    ])
  })
})

it('the log names the holder of the caseload that it speaks of', async () => {
  yes(await depute({ id: one, version: 1, deputy: entryOf(headTwo) }, as(command)))
  const input = { what: null, by: null, about: null, subject: `caseloads/${one}`, cursor: null } as const
  const { rows } = yes(await listAuditEntries(input, as(command)))
  expect(rows.map(({ subjectName }) => subjectName)).toEqual([officialName(headOne)])
})

it('the dictionary names the district, its departments and its agencies, for whoever gives a role', async () => {
  const view = yes(await readDistrict({}, as(command)))
  expect(view.id).toBe(district)
  expect(view.agencies.map(({ name }) => name)).toEqual(['卫生监督所', '市场监管所'])
  expect(view.departments.length).toBeGreaterThan(0)
})
