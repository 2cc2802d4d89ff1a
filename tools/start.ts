import { startProduct } from './product'

/** `npm start [-- --port N]`: build what changed, run the local cloud, seed if empty, serve the mini-program. */
const main = async (): Promise<void> => {
  const wanted = process.argv.indexOf('--port')
  const product = await startProduct({
    port: wanted === -1 ? null : Number(process.argv[wanted + 1]),
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

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
