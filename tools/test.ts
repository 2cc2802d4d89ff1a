import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { buildH5, buildWeapp } from './build-client'
import { buildFunctions } from './build-functions'
import { inParallel, root, runBin } from './process'

/** What the tests of a folder need built before they run. */
const needs: Readonly<Record<string, readonly (() => Promise<unknown>)[]>> = {
  'use-cases': [buildFunctions],
  client: [buildFunctions],
  journey: [buildFunctions, buildH5],
  weapp: [buildFunctions, buildWeapp],
}

interface Results {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numRuntimeErrorTestSuites: number
}

const jest = (args: readonly string[], live: boolean) => runBin('jest/bin/jest.js', args, { live })

const buildFor = async (args: readonly string[]): Promise<void> => {
  const listed = await jest([...args, '--listTests'], false)
  const folders = listed.output
    .split('\n')
    .filter((line) => line.startsWith(root))
    .map((file) => relative(join(root, 'test'), file).split(sep)[0] ?? '')
  const builds = [...new Set([...new Set(folders)].flatMap((folder) => needs[folder] ?? []))]
  await inParallel(builds, 2, (build) => build())
}

const main = async (): Promise<void> => {
  const args = process.argv.slice(2)
  await buildFor(args)
  const folder = await mkdtemp(join(tmpdir(), 'test-results-'))
  const outputFile = join(folder, 'results.json')
  const finished = await jest([...args, '--maxWorkers=2', '--json', '--outputFile', outputFile], true)
  const results = JSON.parse(await readFile(outputFile, 'utf8').catch(() => '{}')) as Partial<Results>
  await rm(folder, { recursive: true })
  const passed = results.numPassedTests ?? 0
  const failed = (results.numFailedTests ?? 0) + (results.numRuntimeErrorTestSuites ?? 0)
  console.log(`tests: ${String(passed)} passed, ${String(failed)} failed`)
  if (!finished.ok || failed > 0 || passed === 0) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  console.log('tests: 0 passed, 1 failed')
  process.exitCode = 1
})
