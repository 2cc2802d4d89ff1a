import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root, run, type Finished } from './process'

const mostLines = 300
const written = /\.(?:[cm]?[jt]sx?|scss|sh)$|^\.ci\//
const text = /\.(?:[cm]?[jt]sx?|json|scss|sh|md|ya?ml|html|svg)$|^\.[^/]+$|^\.ci\//
const homes = ['home', 'root', 'Users', 'work', 'mnt']
const machinePath = new RegExp(`(?:^|[\\s'"\`(=:])/(?:${homes.join('|')})/[\\w.-]`)

const complaintsAbout = (file: string, content: string): readonly string[] => {
  const lines = content.split('\n')
  const long = written.test(file) && lines.length - 1 > mostLines
  const local = lines.flatMap((line, n) =>
    machinePath.test(line) ? [`${file}:${String(n + 1)}: a path of one machine`] : [],
  )
  return [
    ...(long ? [`${file}: ${String(lines.length - 1)} lines, ${String(mostLines)} is the most`] : []),
    ...local,
  ]
}

/** Addresses in the lock file bind every later install to the registry of the machine that wrote it. */
const complaintsAboutLock = (content: string): readonly string[] =>
  [...content.matchAll(/"resolved": "(http[^"]+)"/g)].map(
    ([, address = '']) => `package-lock.json: names an address: ${address}`,
  )

/** No file that scrolls for ever, no path of somebody's machine, no registry's address in the lock file. */
export const checkForm = async (): Promise<Finished> => {
  const started = performance.now()
  const listed = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'])
  const files = listed.output.split('\0').filter((file) => file !== '')
  const complaints = await Promise.all(
    files.map(async (file) => {
      if (file !== 'package-lock.json' && !text.test(file)) return []
      const content = await readFile(join(root, file), 'utf8').catch(() => '')
      return file === 'package-lock.json' ? complaintsAboutLock(content) : complaintsAbout(file, content)
    }),
  )
  const output = complaints.flat().join('\n')
  return { ok: listed.ok && output === '', output, seconds: (performance.now() - started) / 1000 }
}
