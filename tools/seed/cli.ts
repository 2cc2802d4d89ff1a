import { parseArgs } from 'node:util'

import { seed } from './seed'

/** `npm run seed -- --url URL [--env NAME] [--reports N]`: the made-up district into a running, empty local cloud. */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      env: { type: 'string', default: 'local' },
      reports: { type: 'string', default: '300' },
    },
  })
  if (values.url === undefined) throw new Error('--url: the address the local cloud printed')
  const { offset } = (await (await fetch(`${values.url}/clock`)).json()) as { offset: number }
  const people = await seed({
    url: values.url,
    env: values.env,
    now: Date.now() + offset,
    reports: Number(values.reports),
  })
  console.log(`seeded ${String(people.length)} people and ${values.reports} reports`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
