import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { root } from './process'

const filesUnder = async (path: string): Promise<readonly string[]> => {
  const found = await stat(path).catch(() => null)
  if (found === null) return []
  if (found.isFile()) return [path]
  const names = await readdir(path)
  return (await Promise.all(names.sort().map((name) => filesUnder(join(path, name))))).flat()
}

/** One hash over names and contents; a renamed, added or removed file changes it too. */
export const hashOf = async (
  sources: readonly string[],
  settings: readonly string[] = [],
): Promise<string> => {
  const hash = createHash('sha256')
  for (const setting of settings) hash.update(setting).update('\0')
  for (const file of (await Promise.all(sources.map((source) => filesUnder(join(root, source))))).flat()) {
    hash.update(relative(root, file)).update('\0')
    hash.update(await readFile(file)).update('\0')
  }
  return hash.digest('hex')
}

const stampOf = (name: string) => join(root, 'dist', 'stamps', name)

interface Build {
  readonly name: string
  readonly sources: readonly string[]
  readonly settings?: readonly string[]
  /** paths without which the output is incomplete, whatever the stamp says */
  readonly outputs: readonly string[]
  readonly build: () => Promise<void>
}

/** Builds unless the last successful build had the same sources and its output is still there. */
export const buildIfChanged = async (build: Build): Promise<'built' | 'unchanged'> => {
  const hash = await hashOf(build.sources, build.settings)
  const stamp = stampOf(build.name)
  const last = await readFile(stamp, 'utf8').catch(() => '')
  const present = await Promise.all(build.outputs.map((path) => filesUnder(join(root, path))))
  if (last === hash && present.every((files) => files.length > 0)) return 'unchanged'
  await rm(stamp, { force: true })
  await build.build()
  await mkdir(dirname(stamp), { recursive: true })
  await writeFile(stamp, hash)
  return 'built'
}
