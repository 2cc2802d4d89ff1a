import wxServerSdk from 'wx-server-sdk'
import { allCases } from './all-cases'
import { names, type Case, type Tools } from './case'
import type { Collection, Sdk } from './sdk'

const cloud = wxServerSdk as unknown as Sdk
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

export interface ConformanceEvent {
  /** A case's name, or what the names of several start with; absent: all. */
  readonly only?: string
  /** Leaves out the cases that only make sense on the local cloud. */
  readonly real?: boolean
  /** How often a property is tried. */
  readonly runs?: number
  /** What a case asks of the function when it calls it; `empty` removes what a case cut short left behind. */
  readonly act?: 'context' | 'echo' | 'throw' | 'empty'
  readonly value?: unknown
}
export interface Outcome {
  readonly name: string
  readonly ok: boolean
  readonly error?: string
  readonly ms: number
}

const RUNS = 30
const db = cloud.database({ throwOnNotFound: false })
type Kind = keyof typeof names

/** The cloud function `conformance`: runs the cases one after another and tells how each went. */
export const main = async (event: ConformanceEvent): Promise<unknown> => {
  if (event.act !== undefined) return act(event)
  const outcomes: Outcome[] = []
  for (const one of chosen(event)) outcomes.push(await runCase(one, event.runs ?? RUNS))
  return outcomes
}

async function act({ act: wanted, value }: ConformanceEvent): Promise<unknown> {
  if (wanted === 'throw') throw new Error(String(value))
  if (wanted === 'empty') await empty(Object.keys(names) as Kind[])
  return wanted === 'context' ? cloud.getWXContext() : value
}

function chosen({ only = '', real = false }: ConformanceEvent): readonly Case[] {
  const named = allCases.filter(({ name }) => name === only)
  if (named.length > 0) return named
  return allCases.filter(({ name, local }) => name.startsWith(only) && !(real && local !== undefined))
}

async function runCase({ name, run }: Case, runs: number): Promise<Outcome> {
  const start = Date.now()
  const used = new Set<Kind>()
  let outcome: Pick<Outcome, 'ok' | 'error'> = { ok: true }
  try {
    await run(makeTools(runs, used))
  } catch (error) {
    outcome = { ok: false, error: textOf(error) }
  }
  await empty([...used])
  return { name, ...outcome, ms: Date.now() - start }
}

/** Only the collections a case looks at are emptied after it. */
function makeTools(runs: number, used: Set<Kind>): Tools {
  const collection = (kind: Kind): Collection => {
    used.add(kind)
    return db.collection(names[kind])
  }
  return {
    cloud,
    db,
    _: db.command,
    $: db.command.aggregate,
    runs,
    get plain() {
      return collection('plain')
    },
    get indexed() {
      return collection('indexed')
    },
    get unique() {
      return collection('unique')
    },
    get places() {
      return collection('places')
    },
    get other() {
      return collection('other')
    },
  }
}

const empty = (kinds: readonly Kind[]): Promise<unknown> =>
  Promise.all(
    kinds.map((kind) =>
      db
        .collection(names[kind])
        .where({ _id: db.command.exists(true) })
        .remove(),
    ),
  )

function textOf(error: unknown): string {
  const { errCode, errMsg, stack } = error as { errCode?: number; errMsg?: string; stack?: string }
  return `${errMsg === undefined ? '' : `errCode ${String(errCode)}: ${errMsg}\n`}${stack ?? String(error)}`
}
