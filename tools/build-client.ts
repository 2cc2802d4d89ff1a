import { access, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildIfChanged } from './build-stamp'
import { root, runBin } from './process'

const sources = [
  'src',
  'domain',
  'config',
  'package.json',
  'package-lock.json',
  'babel.config.js',
  'project.config.json',
  'tsconfig.json',
]

/** Built beside and moved into place: whoever serves or tests the old build never finds half of the new one. */
const taro = (type: 'weapp' | 'h5', output: string) => async (): Promise<void> => {
  const target = `dist/${type}`
  const fresh = `dist/.${type}-${String(process.pid)}`
  await rm(join(root, fresh), { recursive: true, force: true })
  const built = await runBin('@tarojs/cli/bin/taro', ['build', '--type', type], {
    env: { NODE_ENV: 'production', TARO_ENV: type, OUTPUT_ROOT: fresh },
  })
  if (!built.ok) throw new Error(`the ${type} build failed\n${built.output}`)
  await assertThere(output.replace(target, fresh), built.output)
  await rm(join(root, target), { recursive: true, force: true })
  await rename(join(root, fresh), join(root, target))
}

const assertThere = async (path: string, log: string): Promise<void> => {
  await access(join(root, path)).catch(() => {
    throw new Error(`the build left no ${path}\n${log}`)
  })
}

const client = (type: 'weapp' | 'h5', output: string) => () =>
  buildIfChanged({ name: type, sources, settings: [type], outputs: [output], build: taro(type, output) })

/** The browser's build; skipped when nothing changed. */
export const buildH5 = client('h5', 'dist/h5/index.html')

/** WeChat's build; skipped when nothing changed. */
export const buildWeapp = client('weapp', 'dist/weapp/app.json')
