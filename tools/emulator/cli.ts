import { parseArgs } from 'node:util'
import { startCloud } from './cloud'
import { messageOf } from './fault'

const usage =
  'npm run cloud -- --functions DIR --data DIR [--port N] [--indexes FILE] [--rules FILE] [--latency MS] [--static DIR]'

function readOptions(): Parameters<typeof startCloud>[0] {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      functions: text,
      data: text,
      port: text,
      indexes: text,
      rules: text,
      latency: text,
      static: text,
    },
  })
  const { functions, data, port, indexes, rules, latency, static: folder } = values
  if (functions === undefined || data === undefined) throw new Error(`usage: ${usage}`)
  return {
    functions,
    data,
    ...(port !== undefined && { port: numberFrom('--port', port) }),
    ...(latency !== undefined && { latencyMs: numberFrom('--latency', latency) }),
    ...(indexes !== undefined && { indexes }),
    ...(rules !== undefined && { rules }),
    ...(folder !== undefined && { static: folder }),
  }
}

function numberFrom(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`${name} takes a number`)
  return Number(text)
}

async function main(): Promise<void> {
  const cloud = await startCloud(readOptions())
  const stop = (): void => {
    void cloud.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.stdout.write(`listening on ${cloud.url}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`)
  process.exit(1)
})
