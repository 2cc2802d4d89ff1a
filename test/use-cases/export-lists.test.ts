import { asId, type Id } from '#domain/kernel/id'
import type { ExportKind } from '#domain/sheet'

import { saveImport } from '../../cloudfunctions/store/sheets'
import { db } from '../../cloudfunctions/cloud/database'
import { saveEntry } from '../../cloudfunctions/store/roster'
import { answer } from '../../cloudfunctions/use-cases/complaint/answer'
import { submitComplaint } from '../../cloudfunctions/use-cases/complaint/submit'
import { submit } from '../../cloudfunctions/use-cases/report/submit'
import { openExport, startExport } from '../../cloudfunctions/use-cases/sheet/export'
import { workOnSheets } from '../../cloudfunctions/use-cases/sheet/work'
import { aShop, day } from '../support/a-shop'
import { aSubmission, yes } from '../support/a-submission'
import { aGrant, command, district, HOUR, later, MONDAY, reporter } from '../support/builders'
import { aHeld, anAsked } from '../support/claims'
import {
  addShops,
  anEntry,
  caseloadOf,
  foundShopOffice,
  headOne,
  headTwo,
  officialName,
  pool,
} from '../support/shop-district'
import { aKey, as, foundDistrict, nameOf, rubbish, springCell } from '../support/small-district'
import { readBack } from '../support/workbook'

let env = ''
beforeEach(async () => {
  env = await foundDistrict()
  await foundShopOffice()
})

/** The lines of the workbook below its headings; an empty cell at the end of a line is null. */
const linesOf = async (kind: ExportKind) => {
  const order = { kind, of: null, clear: false, why: '', key: aKey() }
  const { id } = yes(await startExport(order, as(command)))
  await workOnSheets(MONDAY)
  const { url } = yes(await openExport({ id }, as(command)))
  return (await readBack(url)).slice(1)
}

describe('an export of a list that is only read', () => {
  it('of claims says who asks for which shop, by a masked name', async () => {
    const held = await aHeld()
    const asked = await anAsked(env)
    const lines = await linesOf('claims')
    expect(lines).toHaveLength(2)
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.arrayContaining([
          held.shop.number,
          held.shop.name,
          '姓**',
          '业主',
          '手机号与登记一致',
          '已认领',
        ]),
        expect.arrayContaining([asked.shop.number, '姓**', '证照照片', '等店长核对']),
      ]),
    )
    expect(JSON.stringify(lines)).not.toContain(nameOf(held.person))
  })

  it('of reports has a line for each, without whoever reported', async () => {
    const words = ['=1+1', '第二件']
    for (const [at, text] of words.entries())
      yes(await submit(aSubmission({ words: text, category: rubbish.id }), as(reporter, later(at))))
    const lines = await linesOf('reports')
    expect(lines.map((line) => line[6])).toEqual(['第二件', "'=1+1"])
    expect(lines[0]).toEqual(
      expect.arrayContaining(['暴露垃圾', '迎春社区', '3号楼前', '第二件', '2026-11-23 09:00']),
    )
    expect(JSON.stringify(lines)).not.toContain(nameOf(reporter))
    expect(JSON.stringify(lines)).not.toContain(reporter.id)
  })

  it('of complaints has what was said and answered, without whoever complained', async () => {
    const shop = aShop('complained-of')
    await addShops(pool, [shop])
    const complain = async (words: string, about: { kind: 'shop'; id: Id<'shop'> } | null, at: number) =>
      yes(
        await submitComplaint(
          { about, reason: 'service', words, key: aKey() },
          as(reporter, later(at * HOUR)),
        ),
      ).id
    await complain('等了很久', null, 0)
    const id = await complain('不卫生', { kind: 'shop', id: shop.id }, 1)
    yes(await answer({ id, version: 1, words: '已经核实' }, as(command, later(2 * HOUR))))
    const lines = await linesOf('complaints')
    expect(lines.map((line) => line.slice(1))).toEqual([
      ['对办理或服务不满意', '店铺', shop.name, '不卫生', '已答复', '已经核实', '2026-11-23 11:00'],
      ['对办理或服务不满意', null, null, '等了很久', '待答复', null, null],
    ])
    expect(JSON.stringify(lines)).not.toContain(nameOf(reporter))
  })

  it('of staff has a line for each member of each shop', async () => {
    const staff = [
      {
        id: asId<'staffMember'>('s1'),
        name: '邹小棠',
        certificate: { number: 'J1', until: day('2027-03-01') },
      },
      { id: asId<'staffMember'>('s2'), name: '秦小满', certificate: null },
    ]
    const shop = aShop('staffed', { staff })
    await addShops(pool, [shop, aShop('without-staff')])
    expect(await linesOf('staff')).toEqual([
      [shop.number, shop.name, '邹小棠', 'J1', '2027-03-01'],
      [shop.number, shop.name, '秦小满', null, null],
    ])
  })

  it('of caseloads has each head, and each cell with shops that nobody has yet', async () => {
    await addShops(caseloadOf(headOne), [aShop('one'), aShop('two')])
    await addShops(pool, [aShop('three')])
    const lines = await linesOf('caseloads')
    expect(lines).toEqual(
      expect.arrayContaining([
        [officialName(headOne), null, '卫生监督所', null, 2],
        [officialName(headTwo), null, '卫生监督所', null, 0],
        [null, null, null, '迎春社区', 1],
      ]),
    )
    expect(lines).toHaveLength(4)
  })

  it('of the tree has the district, its streets and their cells', async () => {
    await addShops(pool, [aShop('counted')])
    const lines = await linesOf('tree')
    expect(lines.map(([level]) => level)).toEqual(['区', '街道', '网格', '街道', '网格'])
    expect(lines).toEqual(expect.arrayContaining([['网格', '迎春街道', '迎春社区', '迎春社区', null, 1]]))
  })

  it('of the tree has a community before its cells, and the 长 with their spots', async () => {
    await db
      .collection('cells')
      .doc(springCell.id)
      .update({ data: { community: '春晖社区' } })
    const gridGrant = aGrant('grid', { kind: 'cell', cell: springCell.id })
    const warden = { name: '楼婶', title: '楼长', spot: '春晖社区 3 号楼', grants: [gridGrant] }
    await saveEntry(db, anEntry({ ...command, id: asId('person-warden') }, warden))
    expect(await linesOf('tree')).toEqual(
      expect.arrayContaining([
        ['社区', '迎春街道', '春晖社区', null, null, 0],
        ['网格', '迎春街道', '春晖社区', '迎春社区', '楼婶（3 号楼 楼长）', 0],
      ]),
    )
  })

  it('of imports has how many rows became what', async () => {
    const counts = { added: 3, changed: 2, same: 1, broken: 4 }
    await saveImport(
      db,
      {
        ...{
          id: asId<'import'>('i1'),
          district,
          by: command.id,
          at: MONDAY,
          kind: 'shops',
          body: '',
          file: null,
        },
        ...{ version: 3, status: { kind: 'done', at: MONDAY }, rows: 10, done: 10, counts },
        ...{ batch: 1, noted: null, tries: 0 },
      },
      MONDAY,
    )
    expect(await linesOf('imports')).toEqual([
      ['2026-11-23 09:00', '店铺', nameOf(command), '已导入', 10, 3, 2, 1, 4],
    ])
  })
})
