import { unzipSync, zipSync } from 'fflate'

import { openSession } from '../../cloudfunctions/use-cases/session/open'
import { giveTemplate } from '../../cloudfunctions/use-cases/sheet/template'
import { sheetKinds } from '#domain/sheet'
import { columnsOf } from '#domain/sheet/columns'

import { yes } from '../support/a-submission'
import { command } from '../support/builders'
import { as, foundDistrict } from '../support/small-district'
import { aPhoto } from '../support/uploads'
import {
  addTradesAndAgencies,
  aShopRow,
  aSheet,
  aWorkbook,
  checked,
  loaded,
  problemsOf,
  readBack,
  startWith,
  type CellValue,
} from '../support/workbook'

let env = ''
beforeEach(async () => {
  env = await foundDistrict()
  await addTradesAndAgencies()
})

/** The cloud answers as before, whatever it was handed. */
afterEach(async () => {
  expect((await openSession({}, as(command))).ok).toBe(true)
})

const megabytes = (many: number) => Buffer.alloc(many * 1024 * 1024)
const bytesOf = (parts: Readonly<Record<string, Uint8Array>>) => Buffer.from(zipSync(parts))
const workbookPart = { 'xl/workbook.xml': Buffer.from('<workbook/>') }

/** A zip whose directory declares another size than its data has. */
const lying = (): Buffer => {
  const bytes = bytesOf({ ...workbookPart, 'xl/worksheets/sheet1.xml': megabytes(40) })
  const at = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'))
  bytes.writeUInt32LE(1_000, at + 24)
  return bytes
}

/** What Excel writes under a password: a compound file with this stream in its directory. */
const underPassword = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(504),
  Buffer.from('EncryptedPackage', 'utf16le'),
  Buffer.alloc(96),
])

describe('what is no workbook', () => {
  const files: readonly (readonly [string, () => Buffer | Promise<Buffer>, string])[] = [
    ['a picture', () => aPhoto(), 'not-a-workbook'],
    ['a text', () => Buffer.from('登记编号,店名\n1,小店\n'), 'not-a-workbook'],
    ['a file without content', () => Buffer.alloc(1), 'not-a-workbook'],
    ['a zip without a workbook', () => bytesOf({ 'a.txt': Buffer.from('a') }), 'not-a-workbook'],
    [
      'a zip cut short',
      async () => (await aSheet('shops', [aShopRow(1)])).subarray(0, 900),
      'not-a-workbook',
    ],
    ['a workbook under a password', () => underPassword, 'file-protected'],
    [
      'an old .xls',
      () => Buffer.concat([underPassword.subarray(0, 512), Buffer.alloc(512)]),
      'not-a-workbook',
    ],
    [
      'a zip that unpacks to 40 MB',
      () => bytesOf({ ...workbookPart, 'xl/a.xml': megabytes(40) }),
      'file-too-large',
    ],
    ['a zip that says 1 KB and unpacks to 40 MB', lying, 'not-a-workbook'],
    ['a file of more than 10 MB', () => megabytes(11), 'file-too-large'],
  ]
  it.each(files)('%s is refused at once', async (_name, make, code) => {
    expect(await startWith(env, 'shops', await make())).toMatchObject({ ok: false, code })
  })

  it('an empty upload is no file at all', async () => {
    const answer = await startWith(env, 'shops', Buffer.alloc(0)).catch(() => ({ ok: false }))
    expect(answer.ok).toBe(false)
  })
})

describe('a workbook that cannot be loaded fails as a whole, with its reason', () => {
  const heading = columnsOf('shops').map(([, column]) => column.heading)
  const failures: readonly (readonly [string, () => Promise<Buffer>, string])[] = [
    ['nothing in it', () => aWorkbook([[]]), 'no-sheet'],
    ['a heading and no row', () => aWorkbook([heading]), 'empty'],
    [
      '200 columns',
      () => aWorkbook([Array.from({ length: 200 }, (_, at) => `列${String(at)}`)]),
      'too-many-columns',
    ],
    [
      'another kind of list',
      () =>
        aWorkbook([
          ['姓名', '成绩'],
          ['小明', 90],
        ]),
      'columns-missing',
    ],
    ['parts that are no spreadsheet', () => Promise.resolve(bytesOf(workbookPart)), 'not-a-workbook'],
  ]
  it.each(failures)('%s', async (_name, make, code) => {
    expect((await checked(env, 'shops', await make())).status).toMatchObject({ kind: 'failed', code })
  })

  it('100,000 rows', async () => {
    const parts = unzipSync(await aWorkbook([['街道名称']]))
    const lines = Array.from(
      { length: 100_000 },
      (_, at) => `<row r="${String(at + 2)}"><c t="n"><v>1</v></c></row>`,
    )
    const sheet = 'xl/worksheets/sheet1.xml'
    const grown = Buffer.from(parts[sheet] ?? [])
      .toString()
      .replace('</sheetData>', `${lines.join('')}</sheetData>`)
    const view = await checked(env, 'streets', bytesOf({ ...parts, [sheet]: Buffer.from(grown) }))
    expect(view.status).toMatchObject({ kind: 'failed', code: 'too-many-rows' })
  })

  it('the needed columns that it lacks are named', async () => {
    const { status } = await checked(
      env,
      'streets',
      await aWorkbook([
        ['序号', '别的'],
        [1, '甲'],
      ]),
    )
    expect(status).toMatchObject({ kind: 'failed', columns: ['街道名称'] })
  })
})

describe('as clerks write sheets', () => {
  it('columns in any order, a title above, other columns between, full-width digits, phones as numbers, days as texts', async () => {
    const lines: (readonly CellValue[])[] = [
      ['青台区门店台账'],
      [],
      [
        '备注',
        '街 道*',
        '网格',
        '店铺名称',
        ' 登记编号 ',
        '地址',
        '行业',
        '业主电话',
        '卫生许可证号',
        '卫生许可证有效期',
        '面积（平方米）',
      ],
      [
        '甲',
        '迎春街道',
        '迎春社区',
        ' 美丽　人生 ',
        '００１',
        '东街1号',
        '小浴池',
        13912345678,
        'H1',
        '2028年1月5日',
        '45.5㎡',
      ],
      [],
      [
        '乙',
        '秋实街道',
        '秋实社区',
        '安居',
        2,
        '西街2号',
        '小浴池',
        '+86 139-1234-5679',
        'H2',
        '2028/11/23',
        '１００',
      ],
    ]
    const view = await loaded(env, 'shops', await aWorkbook(lines))
    expect(await problemsOf(view.id)).toEqual([])
    expect(view).toMatchObject({ added: 2, broken: 0 })
    const again = columnsOf('shops').length
    expect(again).toBeGreaterThan(10)
  })

  it('rows are told by the numbers that the spreadsheet program shows', async () => {
    const view = await checked(
      env,
      'streets',
      await aWorkbook([['名单'], ['街道名称'], [null], ['长'.repeat(31)]]),
    )
    expect(await problemsOf(view.id)).toMatchObject([
      { sheet: '表1', row: 4, column: '街道名称', fault: 'too-long' },
    ])
  })

  it.each(sheetKinds)('the template for %s opens, and handed in unchanged it is empty', async (kind) => {
    const { url } = yes(await giveTemplate({ kind }, as(command)))
    const [headings, example] = await readBack(url)
    expect(headings).toEqual(columnsOf(kind).map(([, column]) => column.heading))
    expect(example).toBeDefined()
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect((await checked(env, kind, bytes)).status).toMatchObject({ kind: 'failed', code: 'empty' })
  })
})
