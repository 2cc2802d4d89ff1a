import fc from 'fast-check'

import { decideCancel, decideCommit, type ImportStatus } from '#domain/sheet'
import { cleanText, neutral, readAmount, readDayCell, readEnd, readPhone } from '#domain/sheet/cell'
import { readRoles, roleWords, writeRoles } from '#domain/sheet/roles'
import { readRows } from '#domain/sheet/rows'

import { MONDAY } from '../support/builders'

const value = (text: string) => ({ ok: true, value: text })

describe('a cell', () => {
  it.each([
    '2026-11-23',
    '2026/11/23',
    '2026.11.23',
    '2026年11月23日',
    '20261123',
    '２０２６－１１－２３',
    '46349',
    ' 2026-11-23 00:00:00 ',
  ])('%s is the twenty-third of November', (text) => {
    expect(readDayCell(text)).toEqual(value('2026-11-23'))
  })
  it.each(['2026-02-30', '2026-13-01', '23.11.2026', '明年', '12345', '99999'])('%s is no day', (text) => {
    expect(readDayCell(text)).toEqual({ ok: false, fault: 'not-a-day' })
  })
  it('a paper may be valid without an end', () => {
    expect(readEnd('长期')).toEqual({ ok: true, value: null })
  })
  it.each([
    '13912345678',
    '１３９１２３４５６７８',
    '139 1234 5678',
    '139-1234-5678',
    '+86 13912345678',
    '8613912345678',
  ])('%s is a phone', (text) => {
    expect(readPhone(text)).toEqual(value('13912345678'))
  })
  it.each(['024-12345678', '1391234567', '12012345678', ''])('%s is no mobile phone', (text) => {
    expect(readPhone(text)).toEqual({ ok: false, fault: 'not-a-phone' })
  })
  it.each([
    ['１，２００.5㎡', { ok: true, value: 1200.5 }],
    ['12 平方米', { ok: true, value: 12 }],
    ['十二', { ok: false, fault: 'not-a-number' }],
    ['1e3', { ok: false, fault: 'not-a-number' }],
    ['9999', { ok: false, fault: 'out-of-range' }],
  ])('%s as an amount', (text, reading) => {
    expect(readAmount({ least: 0, most: 5_000 })(text)).toEqual(reading)
  })

  it('neutral texts begin like no formula and come back as they were', () => {
    const begins = fc.constantFrom('', '=', '+', '-', '@', "'", "'=", '＝', '\t', '\r')
    fc.assert(
      fc.property(begins, fc.string(), (begin, rest) => {
        const text = begin + rest
        expect(neutral(text)).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/)
        const kept = cleanText(text)
        expect(cleanText(neutral(kept))).toBe(kept)
      }),
    )
  })
})

describe('roles in a cell', () => {
  it('are read as they are written', () => {
    const written = [
      { role: 'head', place: null },
      { role: 'grid', place: '迎春街道/迎春社区' },
    ] as const
    expect(readRoles(writeRoles(written))).toEqual({ ok: true, value: written })
    expect(readRoles(' 店长 ;网格员: 迎春街道/迎春社区 ')).toEqual({ ok: true, value: written })
  })
  it.each([
    ['组长', 'not-one-of'],
    ['网格员', 'missing'],
    ['店长：迎春街道', 'not-one-of'],
    ['；', 'missing'],
  ])('%s is %s', (text, fault) => {
    expect(readRoles(text)).toEqual({ ok: false, fault })
  })
  it('every office role has a word of its own', () => {
    expect(new Set(Object.values(roleWords)).size).toBe(Object.keys(roleWords).length)
  })
})

describe('rows', () => {
  it('the first row of a key stands, later ones are told', () => {
    const read = readRows('streets', [{ name: '一', rows: [['街道名称'], ['东'], [' 东 '], ['西']] }])
    const issues = read.ok ? read.value.rows.map((row) => row.issues.map(({ fault }) => fault)) : []
    expect(issues).toEqual([[], ['duplicate'], []])
  })
  it('the sheet with our columns is found among others', () => {
    const read = readRows('streets', [
      {
        name: '说明',
        rows: [
          ['列名', '要求'],
          ['街道', '必填'],
        ],
      },
      {
        name: '数据',
        rows: [
          ['街道名称', '序号'],
          ['东', '1'],
        ],
      },
    ])
    expect(read).toMatchObject({ ok: true, value: { sheet: '数据' } })
  })
  it.each([
    [['所属街道', '社区', '经度', '纬度'], { name: '乙' }],
    [['所属街道', '社区名称', '经度', '纬度'], { name: '乙' }],
    [['所属街道', '网格', '经度', '纬度'], { name: '乙' }],
    [['所属街道', '社区', '经度', '纬度', '网格'], { community: '乙', name: '戊' }],
    [['所属街道', '社区名称', '经度', '纬度', '网格名称'], { community: '乙', name: '戊' }],
    [['所属街道', '网格名称', '经度', '纬度', '所属社区'], { community: '戊', name: '乙' }],
  ])('of cells under %j are found by the cell, and say its community where they say both', (line, named) => {
    const read = readRows('cells', [{ name: '一', rows: [line, ['甲街道', '乙', '125', '43', '戊']] }])
    const { community, name } = read.ok ? (read.value.rows[0]?.values ?? {}) : {}
    expect({ community, name }).toEqual({ community: undefined, ...named })
  })
  it('of cells without a name for them are told so', () => {
    const rows = [
      ['所属街道', '经度', '纬度'],
      ['甲街道', '125', '43'],
    ]
    expect(readRows('cells', [{ name: '一', rows }])).toMatchObject({
      code: 'columns-missing',
      columns: ['网格名称'],
    })
  })
  it("a shop's cell comes before its community", () => {
    const heading = ['登记编号', '店名', '行业', '地址', '街道', '社区', '所属网格']
    const rows = [heading, ['1', '店', '业', '路', '甲街道', '乙社区', '乙社区第一网格']]
    const read = readRows('shops', [{ name: '一', rows }])
    expect(read.ok && read.value.rows[0]?.values.cell).toBe('乙社区第一网格')
  })
  it('names and phones are shown masked where they are wrong', () => {
    const rows = [
      ['工号', '姓名', '手机号', '角色'],
      ['1', '王'.repeat(21), '1391234567', '店长'],
    ]
    const read = readRows('people', [{ name: '一', rows }])
    const found = read.ok ? read.value.rows[0]?.issues.map((issue) => issue.found) : []
    expect(found).toEqual(['王**', '139****67'])
  })
})

describe('an import', () => {
  const stage = (status: ImportStatus) => ({ version: 3, status })
  it('runs only when it was checked, and is dropped only before it runs', () => {
    expect(decideCommit(stage({ kind: 'checked' }), 3)).toMatchObject({ ok: true })
    expect(decideCommit(stage({ kind: 'checked' }), 2)).toMatchObject({ code: 'stale' })
    for (const kind of ['checking', 'running'] as const)
      expect(decideCommit(stage({ kind }), 3)).toMatchObject({ code: 'wrong-state' })
    expect(decideCancel(stage({ kind: 'checking' }), 3, MONDAY)).toMatchObject({ ok: true })
    expect(decideCancel(stage({ kind: 'running' }), 3, MONDAY)).toMatchObject({ code: 'wrong-state' })
    expect(decideCancel(stage({ kind: 'done', at: MONDAY }), 3, MONDAY)).toMatchObject({
      code: 'wrong-state',
    })
  })
})
