import { build } from 'esbuild'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Cloud } from '../../tools/emulator/cloud'
import { startCloud } from '../../tools/emulator/cloud'
import { allCases } from './all-cases'
import indexes from './indexes.json'
import type { ConformanceEvent, Outcome } from './run-in-function'

/** Deploys the cases as a function of a local cloud and reports each as a test of its own. */
let folder: string
let cloud: Cloud

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'conformance-'))
  const target = path.join(folder, 'functions', 'conformance')
  await mkdir(target, { recursive: true })
  await build({
    entryPoints: [path.join(__dirname, 'run-in-function.ts')],
    outfile: path.join(target, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    logLevel: 'silent',
  })
  await writeFile(path.join(target, 'config.json'), JSON.stringify({ timeout: 60, memorySize: 512 }))
  cloud = await startCloud({
    functions: path.join(folder, 'functions'),
    data: path.join(folder, 'data'),
    indexes,
    quiet: true,
    timers: false,
  })
}, 30_000)

afterAll(async () => {
  await cloud.close()
  await rm(folder, { recursive: true, force: true })
})

const ask = async (event: ConformanceEvent) => {
  const reply = await fetch(`${cloud.url}/call/conformance`, {
    method: 'POST',
    headers: { 'x-local-openid': 'o-conformance' },
    body: JSON.stringify(event),
  })
  return (await reply.json()) as { result?: Outcome[]; error?: { message: string } }
}
const { FUZZ_RUNS } = process.env
const runs = FUZZ_RUNS === undefined ? {} : { runs: Number(FUZZ_RUNS) }

it.each(allCases.map(({ name, local }) => [local === undefined ? name : `${name} (local: ${local})`, name]))(
  '%s',
  async (_, name) => {
    const { result, error } = await ask({ only: name, ...runs })
    if (error !== undefined) {
      await ask({ act: 'empty' })
      throw new Error(error.message)
    }
    expect(result).toMatchObject([{ name }])
    if (result?.[0]?.ok !== true) throw new Error(result?.[0]?.error)
  },
  60_000,
)

it('gives every case a name of its own', () => {
  const all = allCases.map(({ name }) => name)
  expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([])
})
