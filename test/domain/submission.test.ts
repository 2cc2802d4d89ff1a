import fc from 'fast-check'
import { checkSubmission, reportLimits, submitReport } from '#domain/submission'
import {
  aCategory,
  aReport,
  aSubmission,
  department,
  HOUR,
  later,
  MONDAY,
  photo,
  reporter,
  terms,
} from '../support/builders'

describe('what may be submitted', () => {
  it('a photo without words, or words without a photo', () => {
    expect(checkSubmission({ words: '', photoCount: 1 })).toEqual({ ok: true, value: null })
    expect(checkSubmission({ words: 'Dark lamp', photoCount: 0 })).toEqual({ ok: true, value: null })
  })

  it('not nothing, and blanks say nothing', () => {
    expect(checkSubmission({ words: ' \n ', photoCount: 0 })).toEqual({ ok: false, code: 'nothing-said' })
  })

  it('nine photos, not ten', () => {
    expect(checkSubmission({ words: '', photoCount: 9 }).ok).toBe(true)
    expect(checkSubmission({ words: '', photoCount: 10 })).toEqual({
      ok: false,
      code: 'too-many-photos',
      detail: { most: 9 },
    })
  })

  it('five hundred characters, not one more', () => {
    expect(checkSubmission({ words: '坑'.repeat(500), photoCount: 0 }).ok).toBe(true)
    expect(checkSubmission({ words: '坑'.repeat(501), photoCount: 0 })).toEqual({
      ok: false,
      code: 'words-too-long',
      detail: { most: 500 },
    })
  })

  it('whatever passes is within every limit and says something', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 700 }), fc.nat(20), (words, photoCount) => {
        const fits =
          words.length <= reportLimits.words &&
          photoCount <= reportLimits.photos &&
          (words.trim() !== '' || photoCount > 0)
        expect(checkSubmission({ words, photoCount }).ok).toBe(fits)
      }),
    )
  })
})

describe('a new report', () => {
  it('goes to its department at once where one is known, due after the hours of its category', () => {
    const report = aReport({ category: aCategory({ hours: 8 }), department })
    expect(report.status).toEqual({ kind: 'dispatched', department, dueAt: later(8 * HOUR) })
    expect(report.history[0]?.department).toBe(department)
  })

  it.each([
    ['nobody knows the category', { category: null, department: null }],
    ['no department handles it there', { category: aCategory(), department: null }],
    ['a department is given without a category', { category: null, department }],
  ])('waits for the grid worker where %s', (_, given) => {
    expect(aReport(given).status).toEqual({ kind: 'submitted', dueAt: later(4 * HOUR) })
  })

  it('is the first version, by its reporter, in the reporter’s district, with one line of history', () => {
    const report = submitReport(
      aSubmission({ words: '  Dark lamp ', photos: [photo('lamp')] }),
      { actor: reporter, now: MONDAY },
      terms,
    )
    expect(report).toMatchObject({
      version: 1,
      reporter: reporter.id,
      district: reporter.district,
      words: 'Dark lamp',
      photos: [photo('lamp')],
      submittedAt: MONDAY,
      reopened: false,
    })
    expect(report.history).toEqual([
      {
        at: MONDAY,
        by: reporter.id,
        what: 'submit',
        department: null,
        words: '',
        photos: [],
        key: 'key-submit',
        body: '',
      },
    ])
  })
})
