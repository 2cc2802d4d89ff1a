import { build } from 'esbuild'
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { functionTable, type FunctionSettings } from '../cloudfunctions/functions'
import { indexes } from '../cloudfunctions/store/indexes'
import { buildIfChanged } from './build-stamp'
import { root } from './process'

const names = Object.keys(functionTable) as (keyof typeof functionTable)[]
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

const configOf = ({ timeout, memory, openapi, triggers }: FunctionSettings) => ({
  permissions: { openapi },
  triggers,
  timeout,
  memorySize: memory,
})

const buildOne = async (name: keyof typeof functionTable, folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  await build({
    entryPoints: [join(root, 'cloudfunctions', name, 'main.ts')],
    outfile: join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    logLevel: 'silent',
  })
  await writeFile(join(folder, 'package.json'), json({ name, version: '1.0.0', main: 'index.js' }))
  await writeFile(join(folder, 'config.json'), json(configOf(functionTable[name])))
}

/** Written beside and moved into place, so that a running local cloud never loads half a function. */
const buildAll = async (): Promise<void> => {
  const target = join(root, 'dist', 'functions')
  const fresh = `${target}.${String(process.pid)}`
  await Promise.all(names.map((name) => buildOne(name, join(fresh, name))))
  await cp(join(root, 'cloudfunctions', 'rules.json'), join(fresh, 'rules.json'))
  await writeFile(join(fresh, 'indexes.json'), json(indexes))
  await rm(target, { recursive: true, force: true })
  await rename(fresh, target)
}

/** The deployable functions with everything the local cloud reads beside them; skipped when nothing changed. */
export const buildFunctions = () =>
  buildIfChanged({
    name: 'functions',
    sources: ['cloudfunctions', 'domain', 'package-lock.json', 'tools/build-functions.ts'],
    outputs: [...names.map((name) => `dist/functions/${name}/index.js`), 'dist/functions/indexes.json'],
    build: buildAll,
  })
