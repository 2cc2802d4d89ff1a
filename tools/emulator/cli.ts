import { parseArgs } from 'node:util'
import { startCloud } from './cloud'
import { messageOf } from './fault'

const usage =
  'npm run cloud -- --functions DIR --data DIR [--port N] [--indexes FILE] [--rules FILE] [--wechat FILE] [--latency MS] [--static DIR]'

function readOptions(): Parameters<typeof startCloud>[0] {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      functions: text,
      data: text,
      port: text,
      indexes: text,
      rules: text,
      wechat: text,
      latency: text,
      static: text,
    },
  })
  const { functions, data, port, indexes, rules, wechat, latency, static: folder } = values
  if (functions === undefined || data === undefined) throw new Error(`usage: ${usage}`)
  return {
    functions,
    data,
    ...(port !== undefined && { port: portFrom(port) }),
    ...(latency !== undefined && { latencyMs: numberFrom('--latency', latency) }),
    ...(indexes !== undefined && { indexes }),
    ...(rules !== undefined && { rules }),
    ...(wechat !== undefined && { wechat }),
    ...(folder !== undefined && { static: folder }),
  }
}

function numberFrom(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`${name} takes a number, not "${text}"`)
  return Number(text)
}

function portFrom(text: string): number {
  const port = numberFrom('--port', text)
  if (port > 65_535) throw new Error(`--port takes a number up to 65535, not ${text}`)
  return port
}

async function main(): Promise<void> {
  const cloud = await startCloud(readOptions())
  const stop = (): void => {
    cloud.close().then(() => process.exit(0), fail)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.stdout.write(`listening on ${cloud.url}\n`)
}

function fail(error: unknown): void {
  process.stderr.write(`${messageOf(error)}\n`)
  process.exit(1)
}

main().catch(fail)
