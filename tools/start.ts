import { parseArgs } from 'node:util'

import { startProduct } from './product'

/** `npm start [-- --port N --folder DIR]`: build what changed, run the local cloud, seed if empty, serve. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { port: { type: 'string' }, folder: { type: 'string' } } })
  const product = await startProduct({
    port: values.port === undefined ? null : portFrom(values.port),
    ...(values.folder === undefined ? {} : { folder: values.folder }),
    say: (line) => {
      console.log(line)
    },
  })
  const stop = () => {
    void product.close().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

const portFrom = (text: string): number => {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port takes a number from 0 to 65535, not ${text}`)
  return port
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
