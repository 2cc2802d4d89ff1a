import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { Clock } from './clock'
import { adminDoor } from './doors/admin-door'
import { browseDoor } from './doors/browse-door'
import { callDoor } from './doors/call-door'
import { clockDoor } from './doors/clock-door'
import { consoleDoor } from './doors/console-door'
import { debugDoor } from './doors/debug-door'
import type { Door } from './doors/exchange'
import { DEFAULT_ENV } from './doors/exchange'
import { objectDoor, ownFileDoor, temporaryDoor, uploadDoor } from './doors/file-doors'
import { LiveDoor } from './doors/live-door'
import type { OpenServer } from './doors/server'
import { openServer } from './doors/server'
import { staticDoor } from './doors/static-door'
import { wechatDoor } from './doors/wechat-door'
import { messageOf } from './fault'
import { FileStore } from './files/file-store'
import { FunctionHost } from './host/function-host'
import { Wechat } from './openapi/wechat'
import { readWechatFile, wechatFrom } from './openapi/wechat-declarations'
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
  /** A file, or the declarations themselves: templates, pages and pushes. */
  readonly wechat?: string | Readonly<Record<string, unknown>>
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
  /** Shorter times than the platform's, for tests: a transaction's life and how long a spare worker stays. */
  readonly limits?: { readonly transactionMs?: number; readonly idleThreadMs?: number }
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

type Close = () => void | Promise<void>

export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const opened: Close[] = []
  const close = async (): Promise<void> => {
    for (const one of opened.splice(0).reverse()) await one()
  }
  try {
    const server = await openCloud(options, (one) => opened.push(one))
    return { ...server, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Opens everything in turn and tells how to close each. */
async function openCloud(
  options: CloudOptions,
  onClose: (close: Close) => void,
): Promise<Omit<Cloud, 'close'>> {
  const rules = typeof options.rules === 'object' ? rulesFrom(options.rules) : readRules(options.rules)
  const indexes = declarationsOf(options.indexes)
  const folder = new DataFolder(options.data)
  onClose(() => {
    folder.close()
  })
  const environments = new Environments(folder, indexes, options.limits?.transactionMs)
  onClose(() => {
    environments.close()
  })
  if (environments.names().includes(DEFAULT_ENV)) environments.get(DEFAULT_ENV)
  const clock = new Clock(path.join(folder.root, 'clock.json'))
  const files = new FileStore(folder, clock)
  files.sweep(environments)
  const functions = await openFunctions(options, folder, clock)
  onClose(() => functions.close())
  const timers = new TimerSchedule(functions, clock, DEFAULT_ENV, options.timers ?? true)
  onClose(() => {
    timers.close()
  })
  const live = new LiveDoor(environments, rules)
  const opened: { server?: OpenServer } = {}
  onClose(async () => {
    const closed = opened.server?.close()
    live.close()
    await closed
  })
  const wechat = new Wechat({
    dataFolder: folder.root,
    declarations: wechatOf(options.wechat),
    clock,
    files,
    functions,
  })
  onClose(() => {
    wechat.close()
  })
  const { outbox } = wechat
  const services = { environments, clock, counters: new Counters(), files, functions, outbox, wechat }
  const doors = [
    adminDoor(services, options.latencyMs ?? 0),
    ...pageDoors(rules, services),
    debugDoor(services),
    wechatDoor(wechat),
    browseDoor(services),
    consoleDoor(),
    clockDoor(clock, timers),
    ...productDoors(options),
  ]
  const server = await openServer(doors, options.port ?? 0, live)
  opened.server = server
  for (const part of [files, functions, wechat]) part.origin = server.url
  return {
    url: server.url,
    port: server.port,
    now: () => clock.now(),
    reloadFunctions: () => {
      functions.reload()
    },
  }
}

const openFunctions = (
  { functions, quiet, limits }: CloudOptions,
  folder: DataFolder,
  clock: Clock,
): Promise<FunctionHost> =>
  FunctionHost.open({
    folder: functions,
    logFile: path.join(folder.root, 'invocations.jsonl'),
    clock,
    quiet: quiet ?? false,
    idleMs: limits?.idleThreadMs,
  })

const wechatOf = (wechat: CloudOptions['wechat']) =>
  typeof wechat === 'string' ? readWechatFile(wechat) : wechatFrom(wechat ?? {})

function declarationsOf(indexes: CloudOptions['indexes']): IndexDeclarations {
  if (typeof indexes === 'string') {
    try {
      return readIndexFile(indexes)
    } catch (error) {
      throw new Error(`the index file ${indexes} cannot be used: ${messageOf(error)}`)
    }
  }
  checkDeclarations(indexes ?? {})
  return indexes ?? {}
}

function pageDoors(
  rules: Rules,
  {
    functions,
    files,
    environments,
    wechat,
  }: { functions: FunctionHost; files: FileStore; environments: Environments; wechat: Wechat },
): Door[] {
  return [
    callDoor(functions, rules, wechat),
    uploadDoor(files, environments, rules),
    objectDoor(files, environments),
    temporaryDoor(files, environments),
    ownFileDoor(files, environments, rules),
  ]
}

function productDoors({ routes, static: folder, pageScripts }: CloudOptions): Door[] {
  const route: Door[] = routes ? [({ request, response, url }) => routes(request, response, url)] : []
  return folder === undefined ? route : [...route, staticDoor(folder, pageScripts ?? [])]
}
