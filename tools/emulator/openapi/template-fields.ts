/**
 * What a value of each kind of field may be, by WeChat's table of value limits for subscription messages.
 * A key is the kind and a number, such as `thing1`; lengths count characters, not bytes.
 */
const clock = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`
const day = String.raw`\d{4}(年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2})`
const moment = new RegExp(`^(${day} ?)?${clock}$`)
const date = new RegExp(`^${day}( ?${clock})?$`)

const range =
  (first: RegExp, second: RegExp) =>
  (value: string): boolean => {
    const [from = '', to, ...more] = value.split('~').map((part) => part.trim())
    return more.length === 0 && first.test(from) && (to === undefined || first.test(to) || second.test(to))
  }
const form =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(value)

const fields: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => Array.from(value).length <= 20,
  number: (value) => /^\d+(\.\d+)?$/.test(value) && value.replace('.', '').length <= 32,
  letter: form(/^[A-Za-z]{1,32}$/),
  symbol: form(/^[\p{P}\p{S}]{1,5}$/u),
  character_string: form(/^[\p{N}\p{Script=Latin}\p{P}\p{S} ]{1,32}$/u),
  time: range(moment, moment),
  date: range(date, moment),
  amount: form(/^\p{Sc}?\d{1,10}(\.\d+)?元?$/u),
  phone_number: form(/^[\d\p{P}\p{S} ]{1,17}$/u),
  car_number: (value) =>
    Array.from(value).length <= 8 && /^[\p{Script=Han}A-Z\d][A-Z\d]*[\p{Script=Han}A-Z\d]?$/iu.test(value),
  name: (value) =>
    /^[\p{Script=Han}\p{L}\p{P}\p{S} ]+$/u.test(value) &&
    Array.from(value).length <= (/\p{Script=Han}/u.test(value) ? 10 : 20),
  phrase: form(/^\p{Script=Han}{1,5}$/u),
  enum: () => true,
  enum_string: () => true,
}

const kindOf = (key: string): string | undefined => /^([a-z_]+?)\d+$/.exec(key)?.[1]

export function isFieldKey(key: string): boolean {
  const kind = kindOf(key)
  return kind !== undefined && Object.hasOwn(fields, kind)
}

/** What is wrong with the data of a message, in WeChat's words; undefined when nothing is. */
export function fieldProblem(data: unknown, keys: readonly string[] | undefined): string | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data) || Object.keys(data).length === 0)
    return 'argument invalid! data is empty'
  const given = data as Readonly<Record<string, unknown>>
  for (const key of keys ?? Object.keys(given)) {
    const problem = valueProblem(key, Object.hasOwn(given, key) ? given[key] : undefined)
    if (problem !== undefined) return `argument invalid! data.${key}.value ${problem}`
  }
  const extra = Object.keys(given).find((key) => keys?.includes(key) === false)
  return extra === undefined ? undefined : `argument invalid! data.${extra}.value invalid`
}

function valueProblem(key: string, field: unknown): 'is empty' | 'invalid' | undefined {
  const value = typeof field === 'object' && field !== null ? (field as { value?: unknown }).value : undefined
  if (value === undefined || value === null) return 'is empty'
  if (typeof value !== 'string' && typeof value !== 'number') return 'invalid'
  const text = String(value)
  if (text.trim() === '') return 'is empty'
  const allows = fields[kindOf(key) ?? '']
  return allows === undefined || allows(text) ? undefined : 'invalid'
}
