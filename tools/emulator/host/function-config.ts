import { existsSync, readFileSync } from 'node:fs'
import { messageOf } from '../fault'
import { parseCron } from '../timers/cron'
import type { FunctionConfig, Trigger } from './invocation'

const DEFAULT_TIMEOUT_S = 3
const MAX_TIMEOUT_S = 60
const DEFAULT_MEMORY_MB = 256
const MEMORY_MB = { from: 16, to: 3072 }

/** What is wrong with a config.json, with the file and the field. */
export class FunctionConfigError extends Error {}

type Fields = Readonly<Record<string, unknown>>

/** Fields that only the service reads (permissions and others) are left alone. */
export function readFunctionConfig(file: string): FunctionConfig {
  const config = existsSync(file) ? parse(file) : {}
  const wrong = (field: string, wanted: string): never => {
    throw new FunctionConfigError(`${file}: ${field} must be ${wanted}`)
  }
  return {
    timeoutMs: timeoutOf(config, wrong) * 1000,
    memoryMb: memoryOf(config, wrong),
    env: envOf(config, wrong),
    triggers: triggersOf(config, wrong),
  }
}

type Wrong = (field: string, wanted: string) => never

function parse(file: string): Fields {
  let config: unknown
  try {
    config = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new FunctionConfigError(`${file} is not JSON: ${messageOf(error)}`)
  }
  if (!isObject(config)) throw new FunctionConfigError(`${file} must hold an object`)
  return config
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function timeoutOf({ timeout = DEFAULT_TIMEOUT_S }: Fields, wrong: Wrong): number {
  const suits = typeof timeout === 'number' && timeout > 0 && timeout <= MAX_TIMEOUT_S
  return suits ? timeout : wrong('timeout', `a number of seconds, at most ${String(MAX_TIMEOUT_S)}`)
}

function memoryOf({ memory = DEFAULT_MEMORY_MB }: Fields, wrong: Wrong): number {
  const { from, to } = MEMORY_MB
  const suits = typeof memory === 'number' && Number.isInteger(memory) && memory >= from && memory <= to
  return suits ? memory : wrong('memory', `a whole number of MB from ${String(from)} to ${String(to)}`)
}

function envOf({ env = {} }: Fields, wrong: Wrong): Record<string, string> {
  if (!isObject(env)) return wrong('env', 'an object of texts')
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, textOf(name, value, wrong)]))
}

function textOf(name: string, value: unknown, wrong: Wrong): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : wrong(`env.${name}`, 'a text')
}

function triggersOf({ triggers = [] }: Fields, wrong: Wrong): Trigger[] {
  if (!Array.isArray(triggers)) return wrong('triggers', 'a list')
  const read = triggers.flatMap((trigger: unknown, at) =>
    triggerOf(trigger, `triggers[${String(at)}]`, wrong),
  )
  if (new Set(read.map(({ name }) => name)).size < read.length)
    return wrong('triggers', 'a list whose names differ')
  return read
}

function triggerOf(trigger: unknown, where: string, wrong: Wrong): Trigger[] {
  if (!isObject(trigger)) return wrong(where, 'an object')
  const { name, type, config } = trigger
  if (type !== 'timer') return wrong(`${where}.type`, '"timer"')
  if (typeof name !== 'string' || name === '') return wrong(`${where}.name`, 'a text')
  if (typeof config !== 'string') return wrong(`${where}.config`, 'a cron of 7 fields')
  try {
    parseCron(config)
  } catch (error) {
    return wrong(`${where}.config`, `a cron of 7 fields (${messageOf(error)})`)
  }
  return [{ name, cron: config }]
}
