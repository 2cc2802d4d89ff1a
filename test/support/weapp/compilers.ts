import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { weappRoot } from './package-files'

const folders: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }

/** WeChat's own compilers come in the package without the right to run. */
const binary = (name: 'wcc' | 'wcsc'): string => {
  const folder = folders[process.platform]
  if (folder === undefined) throw new Error(`${name} is not built for ${process.platform}`)
  const home = dirname(require.resolve('miniprogram-compiler/package.json'))
  const path = join(home, 'bin', folder, process.platform === 'win32' ? `${name}.exe` : name)
  chmodSync(path, 0o755)
  return path
}

interface Compiled {
  readonly ok: boolean
  readonly errors: string
}

const compile = (name: 'wcc' | 'wcsc', args: readonly string[], root: string): Compiled => {
  const { status, stderr, error } = spawnSync(binary(name), args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error) throw error
  return { ok: status === 0, errors: stderr }
}

export const compileTemplates = (files: readonly string[], root = weappRoot): Compiled =>
  compile('wcc', ['-d', '-cc', '0', ...files, '-gn', '$gwx'], root)

export const compileStyles = (files: readonly string[], root = weappRoot): Compiled =>
  compile('wcsc', ['-db', '-pc', '0', ...files], root)
