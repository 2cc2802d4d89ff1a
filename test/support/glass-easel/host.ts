import { MiniProgramEnv, glassEasel, type Root } from 'glass-easel-miniprogram-adapter'
import type { AppJson } from '../weapp/package-files'
import { createWx } from '../weapp/wx'
import { adaptNativeNodes, detailOf } from './native-nodes'

interface Module {
  exports: unknown
}
type Component = Parameters<ReturnType<MiniProgramEnv['createCodeSpace']>['addComponentStaticConfig']>[1]
type Template = glassEasel.template.ComponentTemplate

interface BuiltPackage {
  readonly modules: Readonly<Record<string, (...given: readonly unknown[]) => void>>
  readonly templates: Readonly<Record<string, unknown>>
  readonly components: Readonly<Record<string, Component>>
  readonly styles: Readonly<Record<string, string>>
  readonly app: AppJson
}

interface Outside {
  readonly builtPackage: BuiltPackage
  readonly callCloud: (name: string, data: unknown) => Promise<unknown>
  readonly uploadFile: (path: string, bytes: readonly number[]) => Promise<string>
  readonly given: {
    readonly photo: readonly number[]
    readonly location: { readonly longitude: number; readonly latitude: number; readonly name: string }
  }
  openPage?: (url: string) => void
}

interface Lifecycle {
  route?: string
  options?: object
  onLaunch?: (options: object) => void
  onLoad?: (options: object) => void
  onShow?: (options?: object) => void
  onReady?: () => void
  onHide?: () => void
  onUnload?: () => void
}

interface Shown {
  readonly root: Root
  readonly page: Lifecycle
  readonly host: HTMLElement
}

const outside = window as unknown as Outside
const { modules, templates, components, styles, app } = outside.builtPackage
const pages = [
  ...app.pages,
  ...(app.subPackages ?? []).flatMap((part) =>
    part.pages.map((page) => `${part.root.replace(/\/$/, '')}/${page}`),
  ),
]

// `EventBubbleStatus.NoDefault`: a const enum, which isolated modules can't import.
const NO_DEFAULT = 1

adaptNativeNodes()
const environment = new MiniProgramEnv()
const space = environment.createCodeSpace('', true)
const backend = new glassEasel.CurrentWindowBackendContext()
backend.onEvent((target, type, detail, options) => {
  const { originalEvent } = options as { originalEvent?: unknown }
  const event = new glassEasel.Event(type, detailOf(type, detail, originalEvent), options)
  glassEasel.Event.dispatchEvent(target, event)
  return event.defaultPrevented() ? NO_DEFAULT : undefined
})
const view = environment.associateBackend(backend)
for (const [path, style] of Object.entries(styles)) {
  view.registerStyleSheetContent(path, style)
  space.addStyleSheet(path, path)
}
for (const [path, settings] of Object.entries(components)) space.addComponentStaticConfig(path, settings)
for (const [path, content] of Object.entries(templates))
  space.addCompiledTemplate(path, {
    groupList: templates,
    content,
    fallbackListenerOnNativeNode: true,
  } as unknown as Template)

const stack: Shown[] = []
let running: Lifecycle = {}

const leave = (): void => {
  const shown = stack.pop()
  shown?.page.onUnload?.()
  shown?.root.release()
  shown?.host.remove()
}

const leaveAll = (): void => {
  while (stack.length > 0) leave()
}

const show = (url: string): void => {
  const [path = '', query = ''] = url.replace(/^\//, '').split('?')
  if (!pages.includes(path)) throw new Error(`not a page of app.json: ${path}`)
  load(path)
  const below = stack.at(-1)
  below?.page.onHide?.()
  if (below) below.host.style.display = 'none'
  const root = view.createRoot('page-root', space, path)
  const page = root.get() as unknown as Lifecycle
  page.route = path
  page.options = Object.fromEntries(new URLSearchParams(query))
  const host = document.body.appendChild(document.createElement('main'))
  const placeholder = host.appendChild(document.createElement('span'))
  stack.push({ root, page, host })
  page.onLoad?.(page.options)
  root.attach(
    host as unknown as glassEasel.GeneralBackendElement,
    placeholder as unknown as glassEasel.GeneralBackendElement,
  )
  page.onShow?.()
  page.onReady?.()
}

const back = (): void => {
  leave()
  const below = stack.at(-1)
  if (!below) return
  below.host.style.display = ''
  below.page.onShow?.()
}

const wx = createWx({
  cloud: {
    call: outside.callCloud,
    upload: (path, bytes) => outside.uploadFile(path, [...bytes]),
  },
  navigator: {
    navigateTo: show,
    redirectTo: (url) => {
      leave()
      show(url)
    },
    switchTab: (url) => {
      leaveAll()
      show(url)
    },
    reLaunch: (url) => {
      leaveAll()
      show(url)
    },
    navigateBack: back,
  },
  photo: Uint8Array.from(outside.given.photo),
  location: outside.given.location,
})

const loaded = new Map<string, Module>()

const resolve = (from: string, request: string): string => {
  const steps = request.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of request.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/').replace(/\.js$/, '')
}

function load(path: string): unknown {
  const known = loaded.get(path)
  if (known) return known.exports
  const run = modules[path]
  if (!run) throw new Error(`no module ${path}`)
  const module: Module = { exports: {} }
  loaded.set(path, module)
  space.globalComponentEnv(window, path, () => {
    run(
      ...[module, module.exports, (request: string) => load(resolve(path, request)), wx],
      (declared: Lifecycle) => (running = declared),
      () => running,
      () => stack.map(({ page }) => page),
    )
  })
  return module.exports
}

load('app')
const launch = { path: app.pages[0], query: {}, scene: 1001 }
running.onLaunch?.(launch)
running.onShow?.(launch)
for (const [path, settings] of Object.entries(components)) if (settings.component === true) load(path)
outside.openPage = (url) => {
  leaveAll()
  show(url)
}
show(app.pages[0] ?? '')
