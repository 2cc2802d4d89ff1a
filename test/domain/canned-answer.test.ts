import fc from 'fast-check'

import {
  cannedFields,
  cannedLimits,
  checkCanned,
  fieldsLeft,
  fillIn,
  removeCanned,
  rewriteCanned,
  type CannedAnswer,
} from '#domain/canned-answer'
import { asId } from '#domain/kernel/id'
import { district } from '../support/builders'

const text = (words: string) => ({ topic: 'other', trades: null, words }) as const

const anAnswer = (): CannedAnswer => ({
  id: asId('canned-1'),
  district,
  of: { kind: 'district' },
  text: text('您好'),
  version: 1,
  status: 'kept',
  saved: { key: 'key', body: 'body' },
})

describe('a canned answer', () => {
  it('is filled with what is known of the shop', () => {
    expect(fillIn('{店名}您好，我是{店长}。{店名}', { 店名: '春风理发店', 店长: '王敏' })).toBe(
      '春风理发店您好，我是王敏。春风理发店',
    )
  })

  it('keeps a field in sight that nothing is known for', () => {
    const filled = fillIn('{店名}在{街道}', { 街道: '迎春街道' })
    expect(filled).toBe('{店名}在迎春街道')
    expect(fieldsLeft(filled)).toEqual(['店名'])
  })

  it('takes what is filled in as words, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(fillIn('「{店名}」', { 店名: name })).toBe(`「${name}」`)
      }),
    )
    expect(fillIn('{店名}', { 店名: '$& {店长}', 店长: '王敏' })).toBe('$& {店长}')
  })

  it('refuses a field that nothing fills, and says which are allowed', () => {
    expect(checkCanned(text('{电话}'))).toEqual({
      ok: false,
      code: 'unknown-field',
      detail: { field: '电话', allowed: '{店名}{店长}{行业}{街道}' },
    })
    expect(checkCanned(text(cannedFields.map((name) => `{${name}}`).join('')))).toMatchObject({ ok: true })
  })

  it('says something, and not too much', () => {
    expect(checkCanned(text('  '))).toMatchObject({ code: 'words-missing' })
    expect(checkCanned(text('长'.repeat(cannedLimits.words + 1)))).toMatchObject({ code: 'words-too-long' })
  })

  it('is changed and removed by whoever saw the newest version; removed twice is removed', () => {
    const changed = rewriteCanned(anAnswer(), 1, text('好'), { key: 'k', body: 'b' })
    expect(changed).toMatchObject({ value: { version: 2, text: { words: '好' } } })
    expect(rewriteCanned(anAnswer(), 2, text('好'), { key: 'k', body: 'b' })).toMatchObject({ code: 'stale' })
    expect(removeCanned(anAnswer(), 2)).toMatchObject({ code: 'stale' })
    const removed = removeCanned(anAnswer(), 1)
    if (!removed.ok) throw new Error('refused')
    expect(removeCanned(removed.value, 1)).toEqual(removed)
  })
})
