import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const shapes = {
  node: { platform: 'node', format: 'cjs', target: 'node20' },
  page: { platform: 'browser', format: 'iife', target: 'es2022' },
} as const

/**
 * One script made of a TypeScript file and its folder, kept in node_modules/.cache under the hash of their
 * content: esbuild, its thread and its process are started only after a change.
 */
export async function bundleOf(entry: string, runsIn: keyof typeof shapes): Promise<string> {
  const folder = path.dirname(entry)
  const hash = createHash('sha256').update(entry)
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (file.endsWith('.ts')) hash.update(readFileSync(path.join(folder, file)))
  const kept = path.join(
    cacheFolder(),
    `${path.basename(entry, '.ts')}-${hash.digest('hex').slice(0, 24)}.js`,
  )
  if (existsSync(kept)) return readFileSync(kept, 'utf8')
  const script = await build(entry, runsIn)
  try {
    mkdirSync(path.dirname(kept), { recursive: true })
    const unfinished = `${kept}.${String(process.pid)}`
    writeFileSync(unfinished, script)
    renameSync(unfinished, kept)
  } catch {
    // A folder that cannot be written costs time only.
  }
  return script
}

const cacheFolder = (): string =>
  path.join(path.dirname(require.resolve('esbuild/package.json')), '..', '.cache', 'local-cloud')

async function build(entry: string, runsIn: keyof typeof shapes): Promise<string> {
  const esbuild = await import('esbuild')
  const built = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    ...shapes[runsIn],
    write: false,
  })
  await esbuild.stop()
  return built.outputFiles[0]?.text ?? ''
}
