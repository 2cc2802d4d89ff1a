import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { Clock } from './clock'
import { adminDoor } from './doors/admin-door'
import { callDoor } from './doors/call-door'
import { clockDoor } from './doors/clock-door'
import { debugDoor } from './doors/debug-door'
import type { Door } from './doors/exchange'
import { DEFAULT_ENV } from './doors/exchange'
import { objectDoor, temporaryDoor, uploadDoor } from './doors/file-doors'
import { LiveDoor } from './doors/live-door'
import { openServer } from './doors/server'
import { staticDoor } from './doors/static-door'
import { FileStore } from './files/file-store'
import { FunctionHost } from './host/function-host'
import { Outbox } from './openapi/outbox'
import type { Rules } from './rules'
import { readRules, rulesFrom } from './rules'
import { Counters } from './store/counters'
import { DataFolder } from './store/data-folder'
import { Environments } from './store/environments'
import type { IndexDeclarations } from './store/index-declarations'
import { checkDeclarations, readIndexFile } from './store/index-declarations'
import { TimerSchedule } from './timers/timer-schedule'

export { PortTakenError } from './doors/server'

export interface CloudOptions {
  /** One folder per function. */
  readonly functions: string
  readonly data: string
  /** 0 or absent: any free port. A taken one is a PortTakenError. */
  readonly port?: number
  /** A file, or the declarations themselves. */
  readonly indexes?: string | IndexDeclarations
  /** A file, or the rules themselves. */
  readonly rules?: string | Readonly<Record<string, unknown>>
  readonly latencyMs?: number
  readonly static?: string
  readonly pageScripts?: readonly string[]
  /** Local-only routes of the product; answer true when the request was taken. */
  readonly routes?: (
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ) => boolean | Promise<boolean>
  /** Don't forward what functions print to stderr. */
  readonly quiet?: boolean
  /** False: timers fire only through POST /timer. */
  readonly timers?: boolean
}

export interface Cloud {
  readonly url: string
  readonly port: number
  /** The cloud's time in ms: real time plus the clock's offset. */
  now(): number
  /** Takes up changed function folders: idle workers are dropped, busy ones when they are done. */
  reloadFunctions(): void
  close(): Promise<void>
}

export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const folder = new DataFolder(options.data)
  try {
    return await openCloud(options, folder)
  } catch (error) {
    folder.close()
    throw error
  }
}

async function openCloud(options: CloudOptions, folder: DataFolder): Promise<Cloud> {
  const rules = typeof options.rules === 'object' ? rulesFrom(options.rules) : readRules(options.rules)
  const environments = new Environments(folder, declarationsOf(options.indexes))
  const clock = new Clock(path.join(folder.root, 'clock.json'))
  const files = new FileStore(folder)
  const functions = new FunctionHost({ folder: options.functions, clock, quiet: options.quiet ?? false })
  const timers = new TimerSchedule(functions, clock, DEFAULT_ENV, options.timers ?? true)
  const live = new LiveDoor(environments, rules)
  const services = { environments, clock, counters: new Counters(), files, functions, outbox: new Outbox() }
  const closeAll = async (): Promise<void> => {
    timers.close()
    live.close()
    await functions.close()
    environments.close()
  }
  try {
    const doors = [
      adminDoor(services, options.latencyMs ?? 0),
      ...pageDoors(rules, services),
      debugDoor(services),
      clockDoor(clock, timers),
      ...productDoors(options),
    ]
    const server = await openServer(doors, options.port ?? 0, live)
    files.origin = server.url
    functions.origin = server.url
    return {
      url: server.url,
      port: server.port,
      now: () => clock.now(),
      reloadFunctions: () => {
        functions.reload()
      },
      close: async () => {
        await Promise.all([server.close(), closeAll()])
        folder.close()
      },
    }
  } catch (error) {
    await closeAll()
    throw error
  }
}

function declarationsOf(indexes: CloudOptions['indexes']): IndexDeclarations {
  if (typeof indexes === 'string') return readIndexFile(indexes)
  checkDeclarations(indexes ?? {})
  return indexes ?? {}
}

function pageDoors(
  rules: Rules,
  {
    functions,
    files,
    environments,
  }: { functions: FunctionHost; files: FileStore; environments: Environments },
): Door[] {
  return [
    callDoor(functions, rules),
    uploadDoor(files, environments, rules),
    objectDoor(files, environments),
    temporaryDoor(files, environments),
  ]
}

function productDoors({ routes, static: folder, pageScripts }: CloudOptions): Door[] {
  const route: Door[] = routes ? [({ request, response, url }) => routes(request, response, url)] : []
  return folder === undefined ? route : [...route, staticDoor(folder, pageScripts ?? [])]
}
