import { build } from 'esbuild'
import { TmplGroup } from 'glass-easel-template-compiler'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { filesOf, readAppJson, weappRoot } from '../weapp/package-files'

interface TemplateWarning {
  readonly message: string
  readonly startLine: number
}

/** Globals of a browser that WeChat's logic layer lacks: a build that reaches for one fails here. */
const missingOnWeChat = [
  ...['window', 'document', 'self', 'location', 'navigator', 'localStorage', 'sessionStorage'],
  ...['fetch', 'XMLHttpRequest', 'AbortController', 'TextEncoder', 'structuredClone', 'crypto'],
]
const parameters = [
  'module',
  'exports',
  'require',
  'wx',
  'App',
  'getApp',
  'getCurrentPages',
  ...missingOnWeChat,
]

/** Style sheets import each other by path, which means nothing in a page without an address. */
const withImports = (root: string, file: string): string =>
  readFileSync(join(root, file), 'utf8').replace(/@import\s*["']([^"']+)["'];?/g, (_, path: string) =>
    withImports(root, posix.join(posix.dirname(file), path)),
  )

/** rpx is a 750th of the screen's width; `page` is the body here. */
const styleOf = (wxss: string): string =>
  wxss
    .replace(/(-?[\d.]+)rpx/g, (_, size: string) => `calc(${size} * 100vw / 750)`)
    .replace(/(^|[},\s])page(?=\s*[{,])/g, '$1body')

/** The build as one script for the browser: modules, compiled templates, settings and styles. */
export const compilePackage = (root = weappRoot): string => {
  const group = TmplGroup.newDev()
  const modules: string[] = []
  const settings: Record<string, unknown> = {}
  const styles: Record<string, string> = {}
  const take: Readonly<Record<string, (path: string, content: string) => void>> = {
    wxs: (path, content) => {
      group.addScript(path, content)
    },
    wxml: (path, content) => {
      const warnings = (group.addTmpl(path, content) ?? []) as readonly TemplateWarning[]
      const [first] = warnings
      if (first) throw new Error(`${path}.wxml:${String(first.startLine)}: ${first.message}`)
    },
    js: (path, content) =>
      modules.push(`${JSON.stringify(path)}: function (${parameters.join()}) {${content}\n}`),
    json: (path, content) => (settings[path] = JSON.parse(content) as unknown),
    wxss: (path) => (styles[path] = styleOf(withImports(root, `${path}.wxss`))),
  }
  for (const file of filesOf(root)) {
    const end = file.split('.').at(-1) ?? ''
    take[end]?.(file.slice(0, -end.length - 1), readFileSync(join(root, file), 'utf8'))
  }
  const { ['app']: _app, ['project.config']: _project, ['theme']: _theme, ...components } = settings
  return `window.builtPackage = {
    modules: {${modules.join(',\n')}},
    templates: ${group.getTmplGenObjectGroups()},
    components: ${JSON.stringify(components)},
    styles: ${JSON.stringify(styles)},
    app: ${JSON.stringify(readAppJson(root))},
  }`
}

/** The host that runs in the page, as one script. */
export const bundleHost = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'host.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
