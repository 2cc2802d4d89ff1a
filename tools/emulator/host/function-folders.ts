import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { DeployedFunction, FunctionConfig, Trigger } from './invocation'

const DEFAULT_TIMEOUT_S = 3
const DEFAULT_MEMORY_MB = 256

/** Every folder with an index.js is a function; config.json beside it sets timeout, memory, env and triggers. */
export function readFunctionFolders(root: string): Map<string, DeployedFunction> {
  const functions = new Map<string, DeployedFunction>()
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    const folder = path.resolve(root, entry.name)
    if (entry.isDirectory() && existsSync(path.join(folder, 'index.js')))
      functions.set(entry.name, { name: entry.name, folder, config: readConfig(folder) })
  }
  return functions
}

function readConfig(folder: string): FunctionConfig {
  const file = path.join(folder, 'config.json')
  const config = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {}
  const { timeout, memory, env, triggers } = config
  return {
    timeoutMs: (typeof timeout === 'number' ? timeout : DEFAULT_TIMEOUT_S) * 1000,
    memoryMb: typeof memory === 'number' ? memory : DEFAULT_MEMORY_MB,
    env:
      typeof env === 'object' && env !== null
        ? Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)]))
        : {},
    triggers: Array.isArray(triggers) ? triggers.flatMap((trigger) => readTrigger(trigger) ?? []) : [],
  }
}

function readTrigger(trigger: unknown): Trigger | undefined {
  const { name, type, config } = (typeof trigger === 'object' && trigger !== null ? trigger : {}) as Record<
    'name' | 'type' | 'config',
    unknown
  >
  return type === 'timer' && typeof name === 'string' && typeof config === 'string'
    ? { name, cron: config }
    : undefined
}
