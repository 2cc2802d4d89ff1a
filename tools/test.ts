import { mkdtemp, readdir, readFile, rm, statfs } from 'node:fs/promises'
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

const jest = (args: readonly string[], live: boolean, env: Readonly<Record<string, string>> = {}) =>
  runBin('jest/bin/jest.js', args, { live, env })

const memory = '/dev/shm'
/** bytes; a whole run leaves about a fifth of it */
const roomForARun = 2_000_000_000
const folderName = 'store-head-tests-'

/**
 * One folder for all data and profiles of a run, in memory where that has room: on a disk every commit waits until it is
 * written through, which a process that is killed does not need.
 */
const aFolder = async (): Promise<string> => {
  const room = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  )
  const place = room > roomForARun ? memory : tmpdir()
  await sweep(place)
  return mkdtemp(join(place, `${folderName}${String(process.pid)}-`))
}

/** Removes what runs have left that were broken off. */
const sweep = async (place: string): Promise<void> => {
  for (const name of await readdir(place))
    if (name.startsWith(folderName) && hasEnded(Number.parseInt(name.slice(folderName.length), 10)))
      await rm(join(place, name), { recursive: true, force: true })
}

const hasEnded = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

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
  const folder = await aFolder()
  const outputFile = join(folder, 'results.json')
  const finished = await jest([...args, '--maxWorkers=2', '--json', '--outputFile', outputFile], true, {
    TMPDIR: folder,
  })
  const results = JSON.parse(await readFile(outputFile, 'utf8').catch(() => '{}')) as Partial<Results>
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
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
