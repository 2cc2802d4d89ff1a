import { asId } from '#domain/kernel/id'

import { listAuditEntries } from '../../cloudfunctions/use-cases/audit/list'
import { depute } from '../../cloudfunctions/use-cases/caseload/depute'
import { read } from '../../cloudfunctions/use-cases/caseload/read'
import { readDistrict } from '../../cloudfunctions/use-cases/district/read'
import { aShop } from '../support/a-shop'
import { yes } from '../support/a-submission'
import { command, district } from '../support/builders'
import {
  addShops,
  caseloadOf,
  entryOf,
  foundShopOffice,
  headOne,
  headTwo,
  officialName,
  pool,
} from '../support/shop-district'
import { as, foundDistrict } from '../support/small-district'

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
