import { readDay, type Day } from '../kernel/day'
import { isPhone } from '../person'
import type { CellFault } from '../sheet'

/** What a cell's text means for its column, or what is wrong with it. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: CellFault }

const means = <T>(value: T): Reading<T> => ({ ok: true, value })
const wrong = (fault: CellFault): Reading<never> => ({ ok: false, fault })

/** Control characters and marks of direction and width that nobody sees; a workbook's XML cannot hold most of them. */
const unseen = /[\p{Cc}\p{Cf}]/gu

/** What a spreadsheet program would take for a formula, also after quotes of ours and in full width. */
const formula = /^'*[=+\-@＝＋－＠\t\r\n]/

/** A text that no spreadsheet program runs: a quote before what begins like a formula (OWASP, CSV injection). */
export const neutral = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** The text that `neutral` was given. */
const bare = (text: string): string => (text.startsWith("'") && formula.test(text) ? text.slice(1) : text)

/** A cell's text as it is kept: nothing unseen, single blanks, none at the ends. */
export const cleanText = (text: string): string => bare(text.replace(/\s+/g, ' ').replace(unseen, '').trim())

/** For comparing: full-width digits, letters and signs as their plain twins, no blanks, no capitals. */
export const folded = (text: string): string =>
  cleanText(text).normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const plain = (text: string): string => cleanText(text).normalize('NFKC').replace(/\s+/g, '')

export const readText =
  (most: number) =>
  (text: string): Reading<string> => {
    const value = cleanText(text)
    return value.length > most ? wrong('too-long') : means(value)
  }

/** Numbers of a register, a licence or a member of staff: no blanks inside, full-width digits as plain ones. */
export const readNumber =
  (most: number) =>
  (text: string): Reading<string> => {
    const value = plain(text)
    return value.length > most ? wrong('too-long') : means(value)
  }

/** `138****5678`, as an export masks it: it stands for the number that is known. */
const maskedPhone = /^1[3-9]\d\*{4}\d{4}$/

export const readPhone = (text: string): Reading<string> => {
  const digits = plain(text)
    .replace(/[-–—()]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return isPhone(digits) || maskedPhone.test(digits) ? means(digits) : wrong('not-a-phone')
}

interface Range {
  readonly least: number
  readonly most: number
  readonly whole?: true
}

const unit = /(平方米|平米|m2|个|张|座|度)$/i

export const readAmount =
  ({ least, most, whole }: Range) =>
  (text: string): Reading<number> => {
    const digits = plain(text).replace(unit, '').replaceAll(',', '')
    if (!/^-?\d+(\.\d+)?$/.test(digits)) return wrong('not-a-number')
    const value = Number(digits)
    if (whole === true && !Number.isInteger(value)) return wrong('not-a-number')
    return value < least || value > most ? wrong('out-of-range') : means(value)
  }

/** A date cell that lost its format shows the days since 1899-12-30; these are the years 1955 to 2099. */
const serial = { first: 20_000, last: 73_050, zero: Date.UTC(1899, 11, 30) } as const

const daySpellings = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t?00:00(?::00)?(?:\.0+)?z?)?$/i,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]

export const readDayCell = (text: string): Reading<Day> => {
  const value = plain(text)
  for (const spelling of daySpellings) {
    const [, year, month, day] = spelling.exec(value) ?? []
    if (year === undefined || month === undefined || day === undefined) continue
    const found = readDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    return found === null ? wrong('not-a-day') : means(found)
  }
  const days = /^\d{5}$/.test(value) ? Number(value) : 0
  if (days < serial.first || days > serial.last) return wrong('not-a-day')
  const found = readDay(new Date(serial.zero + days * 86_400_000).toISOString().slice(0, 10))
  return found === null ? wrong('not-a-day') : means(found)
}

const endless = ['长期', '长期有效', '永久', '永久有效', '无固定期限']

/** The day a paper ends; null: valid without an end. */
export const readEnd = (text: string): Reading<Day | null> =>
  endless.includes(plain(text)) ? means(null) : readDayCell(text)

export const readOneOf =
  <T extends string>(words: Readonly<Record<T, string>>) =>
  (text: string): Reading<T> => {
    const value = folded(text)
    const found = (Object.entries(words) as [T, string][]).find(([, word]) => folded(word) === value)
    return found ? means(found[0]) : wrong('not-one-of')
  }
