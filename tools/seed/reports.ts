import type { Actor } from '#domain/actor'
import { asId, type Id } from '#domain/kernel/id'
import { asInstant, plusHours, type Instant } from '#domain/kernel/instant'
import { decideReport, departmentOf, type Rating, type Report, type ReportCommand } from '#domain/report'
import { chooseRoute } from '#domain/routing'
import { submitReport } from '#domain/submission'
import { categories, cells, district, routes } from './district'
import type { SeedPerson } from './people'
import type { Random } from './random'

const sayings: Readonly<Record<string, readonly string[]>> = {
  暴露垃圾: ['楼下垃圾桶满了两天，袋子堆到路边。', '绿化带里有人扔了一袋生活垃圾，味道很大。'],
  道路保洁: ['人行道上落叶和纸屑没人扫。', '早市散了以后地上都是菜叶。'],
  道路积水: ['小区门口一下雨就积水，老人出不来。', '路口雨水箅子堵了，水有脚脖子深。'],
  建筑垃圾: ['装修垃圾堆在消防通道上。', '有人半夜往空地倒渣土。'],
  占道经营: ['水果摊占了盲道，轮椅过不去。', '早点摊摆到机动车道上。'],
  店外经营: ['饭店把桌椅摆到人行道，走路要绕行。', '修车铺把轮胎堆在店门外。'],
  小广告: ['楼道里贴满开锁的小广告。', '公交站牌上喷了电话号码。'],
  僵尸车: ['一辆没牌照的面包车停了半年，轮胎都瘪了。'],
  噪音扰民: ['楼下音响放到晚上十一点。'],
  餐饮油烟: ['楼下小饭馆油烟直接排到居民窗口。', '小饭馆把泔水桶放在人行道上，味道很大。'],
}
const anySaying = [
  '请派人来看看，多谢。',
  '这个问题有一阵子了，希望能处理。',
  '走路的时候看到的，路过的人都绕着走。',
]
const spots = [
  '3号楼前',
  '东门口',
  '公交站旁',
  '菜市场西侧',
  '小学对面',
  '5单元楼下',
  '便民服务站门口',
  '十字路口西北角',
]
const proofWords = ['已清理干净，请您看看。', '已通知责任人并当场改正。', '现场处理完毕，明天再复查一次。']

interface Cast {
  readonly residents: readonly Actor[]
  readonly keeperOf: ReadonlyMap<Id<'cell'>, Actor>
  readonly handlersOf: ReadonlyMap<Id<'department'>, readonly Actor[]>
  readonly command: Actor
}

const actorFrom = ({ id, grants }: SeedPerson): Actor => ({ id, grants, district: district.id })

const castFrom = (people: readonly SeedPerson[]): Cast => {
  const keeperOf = new Map<Id<'cell'>, Actor>()
  const handlersOf = new Map<Id<'department'>, Actor[]>()
  let command: Actor | null = null
  for (const actor of people.map(actorFrom)) {
    for (const { role, scope } of actor.grants) {
      if (scope.kind === 'cell') keeperOf.set(scope.cell, actor)
      if (scope.kind === 'department')
        handlersOf.set(scope.department, [...(handlersOf.get(scope.department) ?? []), actor])
      if (role === 'command') command = actor
    }
  }
  if (!command) throw new Error('nobody in command')
  return {
    residents: people.filter(({ grants }) => grants.length === 0).map(actorFrom),
    keeperOf,
    handlersOf,
    command,
  }
}

/** How far each report gets; every state of the report's life comes up. */
const lives = [
  'submitted',
  'declined',
  'dispatched',
  'inProgress',
  'fixed',
  'confirmed',
  'silent',
  'reopened',
] as const
type Life = (typeof lives)[number]

const mostSteps: Readonly<Record<Life, readonly ReportCommand['move'][]>> = {
  submitted: [],
  declined: ['decline'],
  dispatched: ['triage'],
  inProgress: ['triage', 'start'],
  fixed: ['triage', 'start', 'fix'],
  confirmed: ['triage', 'start', 'fix', 'confirm'],
  silent: ['triage', 'start', 'fix', 'close'],
  reopened: ['triage', 'start', 'fix', 'reopen'],
}

/** Reports of the last weeks, each lived through the product's own rules step by step. */
export const makeReports = (
  random: Random,
  people: readonly SeedPerson[],
  photos: readonly Id<'photo'>[],
  now: Instant,
  count: number,
): readonly Report[] => {
  const cast = castFrom(people)
  return Array.from({ length: count }, (_, at) => {
    const life = lives[at % lives.length] ?? 'submitted'
    return live(makeSubmission(random, cast, photos, now, at, life), life, random, cast, photos)
  })
}

const ageInHours = (life: Life, random: Random): number => {
  if (life === 'submitted') return random.between(1, 6)
  if (life === 'inProgress') return random.between(4, 30)
  if (life === 'dispatched') return random.next() < 0.7 ? random.between(1, 4) : random.between(5, 30)
  if (life === 'fixed' || life === 'reopened') return random.between(8, 48)
  return random.between(120, 700)
}

const makeSubmission = (
  random: Random,
  { residents }: Cast,
  photos: readonly Id<'photo'>[],
  now: Instant,
  at: number,
  life: Life,
): Report => {
  const sorted =
    life === 'submitted' || life === 'declined' ? null : random.next() < 0.6 ? random.pick(categories) : null
  const kind = sorted ?? random.pick(categories)
  const cell = random.pick(cells)
  const submittedAt = plusHours(now, -ageInHours(life, random))
  const month = new Date(submittedAt + 8 * 3_600_000).toISOString().slice(0, 7).replace('-', '')
  const place = { cell: cell.id, street: cell.street, spot: random.pick(spots), point: null }
  return submitReport(
    {
      id: asId<'report'>(random.hex(32)),
      key: random.hex(32),
      number: `${month}${String(100_000 + at * 37).padStart(6, '0')}`,
      words: random.pick(sayings[kind.name] ?? anySaying),
      photos: [...new Set(Array.from({ length: random.between(0, 3) }, () => random.pick(photos)))],
      place,
      category: sorted,
      department: sorted && chooseRoute(routes, sorted.id, cell.street),
    },
    { actor: random.pick(residents), now: submittedAt },
    district.terms,
  )
}

const live = (
  first: Report,
  life: Life,
  random: Random,
  cast: Cast,
  photos: readonly Id<'photo'>[],
): Report => {
  let report = first
  let now: Instant = first.submittedAt
  for (const move of mostSteps[life]) {
    if (move === 'triage' && report.status.kind !== 'submitted') continue
    now = asInstant(now + (move === 'close' ? 73 * 3_600_000 : random.between(10, 90) * 60_000))
    const command = commandFor(move, report, random, photos)
    const versioned = { ...command, version: report.version, key: random.hex(32), body: '' }
    const decided = decideReport(
      report,
      versioned,
      { actor: actorFor(move, report, random, cast), now },
      district.terms,
    )
    if (!decided.ok) throw new Error(`a seeded report could not ${move}: ${decided.code}`)
    report = decided.value
  }
  return report
}

const commandFor = (
  move: ReportCommand['move'],
  { place }: Report,
  random: Random,
  photos: readonly Id<'photo'>[],
): ReportCommand => {
  switch (move) {
    case 'triage': {
      const category = random.pick(categories)
      const department = chooseRoute(routes, category.id, place.street)
      if (department === null) throw new Error(`nobody handles ${category.name}`)
      return { move, category, department }
    }
    case 'decline':
      return {
        move,
        reason: '现场核实未发现所反映的情况。',
        remedy: '如再次出现，请附照片重新提交，或拨打 12345。',
      }
    case 'fix':
      return { move, words: random.pick(proofWords), photos: [random.pick(photos)] }
    case 'confirm':
      return { move, rating: random.pick<Rating | null>([5, 5, 4, 3, null]) }
    case 'reopen':
      return { move, words: '只清了一半，后面还有。', category: null }
    case 'start':
    case 'close':
      return { move }
    default:
      throw new Error('unknown move')
  }
}

const actorFor = (move: ReportCommand['move'], report: Report, random: Random, cast: Cast): Actor => {
  if (move === 'close') return cast.command
  if (move === 'confirm' || move === 'reopen') {
    const reporter = cast.residents.find(({ id }) => id === report.reporter)
    if (reporter) return reporter
  }
  const department = departmentOf(report.status)
  const handlers = department === null ? undefined : cast.handlersOf.get(department)
  const actor = handlers ? random.pick(handlers) : cast.keeperOf.get(report.place.cell)
  if (!actor) throw new Error('nobody to act')
  return actor
}
