import type { Grant, Role } from '#domain/actor'
import { asId } from '#domain/kernel/id'
import { cells, departments, district, streets } from './district'
import type { Random } from './random'

/** An invented person; `openid` is what the local bar signs in with. */
export interface SeedPerson {
  readonly id: ReturnType<typeof asId<'person'>>
  readonly openid: string
  readonly name: string
  /** what the bar shows: role and place */
  readonly label: string
  readonly grants: readonly Grant[]
  /** verified; null for residents */
  readonly phone: string | null
}

/** An invented number. */
export const phoneAt = (at: number): string => `199${String(at).padStart(8, '0')}`

const familyNames = '王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗'.split('')
const givenNames = [
  '淑芬',
  '建国',
  '秀英',
  '志强',
  '晓梅',
  '文博',
  '雅琴',
  '立新',
  '春燕',
  '海涛',
  '桂兰',
  '国栋',
  '雪莹',
  '德明',
  '思源',
  '玉珍',
  '佳宁',
  '长河',
  '小满',
  '一诺',
]

const nameFrom = (random: Random) => `${random.pick(familyNames)}${random.pick(givenNames)}`

const person = (
  random: Random,
  key: string,
  label: string,
  grants: readonly Grant[],
  phone: string | null = null,
): SeedPerson => ({
  id: asId<'person'>(random.hex(32)),
  openid: `local-${key}`,
  name: nameFrom(random),
  label,
  grants,
  phone,
})

const whole = { kind: 'district', district: district.id } as const

/** As one of the campaign's reports counts them; the last four act for the market's authority. */
const headCount = 28
const healthHeads = 24
const ownerCount = 40

/** Roles whose own screens come later: they are there, with their scope, and use the product as residents. */
const others: readonly (readonly [Role, string])[] = [
  ['volunteer', '志愿者'],
  ['clerk', '审批窗口'],
  ['leader', '志愿队长'],
  ['moderator', '内容审核'],
  ['assessor', '督查'],
]

/** Who acts for the office: they stand on the roster, with a phone. */
export const isOfficer = ({ grants }: SeedPerson): boolean =>
  grants.some(({ role }) => role !== 'volunteer' && role !== 'owner')

/** Residents, two handlers per department, a grid worker per cell, a street's person each, command, and every other role once. */
export const makePeople = (random: Random): readonly SeedPerson[] => [
  ...Array.from({ length: 40 }, (_, at) => person(random, `resident-${String(at + 1)}`, '居民', [])),
  ...departments.flatMap(({ id, name }) =>
    [1, 2].map((at) =>
      person(random, `handler-${id}-${String(at)}`, `处置 · ${name}`, [
        { role: 'handler', scope: { kind: 'department', department: id } },
      ]),
    ),
  ),
  ...cells.map(({ id, name, street }) =>
    person(random, `grid-${id}`, `网格员 · ${streets.find((one) => one.id === street)?.name ?? ''}${name}`, [
      { role: 'grid', scope: { kind: 'cell', cell: id } },
    ]),
  ),
  ...streets.map(({ id, name }) =>
    person(random, `street-${id}`, `街道负责人 · ${name}`, [
      { role: 'street', scope: { kind: 'street', street: id } },
    ]),
  ),
  ...[1, 2].map((at) =>
    person(random, `command-${String(at)}`, `区指挥部 · ${district.name}`, [
      { role: 'command', scope: whole },
    ]),
  ),
  ...others.map(([role, label]) => person(random, role, label, [{ role, scope: whole }])),
  ...Array.from({ length: headCount }, (_, at) =>
    person(random, `head-${String(at + 1)}`, `店长 · ${at < healthHeads ? '卫生监督所' : '市场监管局'}`, [
      { role: 'head', scope: whole, agency: asId<'agency'>(at < healthHeads ? 'a-health' : 'a-market') },
    ]),
  ),
  ...Array.from({ length: ownerCount }, (_, at) =>
    person(random, `owner-${String(at + 1)}`, '业户', [], phoneAt(10_000 + at)),
  ),
]
