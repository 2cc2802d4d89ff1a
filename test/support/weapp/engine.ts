import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { compileFunction, createContext } from 'node:vm'
import type { CloudBridge } from './cloud-bridge'
import { pagesOf, readAppJson, weappRoot } from './package-files'
import { nodesOf, textOf, upwards, writePath, type TaroNode } from './taro-tree'
import { createWx, type Navigator } from './wx'

interface PageInstance {
  route: string
  options: Readonly<Record<string, string>>
  data: { root?: TaroNode }
  setData: (change: Readonly<Record<string, unknown>>, done?: () => void) => void
  eh?: (event: object) => void
  onLoad?: (options: object) => void
  onShow?: () => void
  onReady?: () => void
  onHide?: () => void
  onUnload?: () => void
  /** there only on a page whose config lets it be shared */
  onShareAppMessage?: (options: object) => unknown
}

interface AppInstance {
  onLaunch?: (options: object) => void
  onShow?: (options: object) => void
}

export interface SetDataRecord {
  readonly page: string
  readonly bytes: number
  readonly paths: readonly string[]
}

interface CallRecord {
  readonly name: string
  readonly data: unknown
}

interface Module {
  exports: unknown
}

const queryOf = (query: string) => Object.fromEntries(new URLSearchParams(query))

/** WeChat's logic layer without its view: runs a build in a context that has no window, document or process. */
export class WeappEngine {
  readonly setData: SetDataRecord[] = []
  readonly calls: CallRecord[] = []
  readonly navigation: (readonly [string, string])[] = []
  readonly errors: string[] = []

  private readonly root: string
  private readonly pages: readonly string[]
  private readonly stack: PageInstance[] = []
  private readonly modules = new Map<string, Module>()
  private readonly declared = new Map<string, Partial<PageInstance>>()
  private readonly context: object
  private readonly ticking = new Set<NodeJS.Timeout>()
  private readonly watchers = new Set<(n: number) => void>()
  private loading = ''
  private app: AppInstance = {}
  private pending = 0

  constructor(cloud: CloudBridge, photo?: Uint8Array, root: string = weappRoot) {
    this.root = root
    this.pages = pagesOf(readAppJson(root))
    const declare = (page: Partial<PageInstance>) => this.declared.set(this.loading, page)
    const complain = (...words: unknown[]) => this.errors.push(words.map(String).join(' '))
    this.context = createContext({
      wx: createWx({
        cloud,
        navigator: this.navigator(),
        ...(photo ? { photo } : {}),
        onWatch: (tell) => {
          this.watchers.add(tell)
          return () => this.watchers.delete(tell)
        },
        onCall: (name, data, done) => {
          this.calls.push({ name, data })
          this.pending += 1
          const ended = () => (this.pending -= 1)
          done.then(ended, ended)
        },
      }),
      App: (app: AppInstance) => (this.app = app),
      Page: declare,
      Component: declare,
      Behavior: (behavior: unknown) => behavior,
      getApp: () => this.app,
      getCurrentPages: () => this.stack,
      console: {
        log: () => undefined,
        info: () => undefined,
        debug: () => undefined,
        warn: complain,
        error: complain,
      },
      ...this.timers(),
    })
  }

  /** Launches the app on its first page, or another. */
  start(url = `/${this.pages[0] ?? ''}`): void {
    this.require('app')
    const options = { path: this.pages[0], query: {}, scene: 1001 }
    this.app.onLaunch?.(options)
    this.app.onShow?.(options)
    this.open(url)
  }

  open(url: string): void {
    const [path = '', query = ''] = url.replace(/^\//, '').split('?')
    if (!this.pages.includes(path)) throw new Error(`not a page of app.json: ${path}`)
    this.require(path)
    const declared = this.declared.get(path) ?? {}
    const data = JSON.parse(JSON.stringify(declared.data ?? {})) as PageInstance['data']
    const page: PageInstance = {
      ...declared,
      route: path,
      options: queryOf(query),
      data,
      setData: (change, done) => {
        const sent = JSON.stringify(change)
        this.setData.push({ page: path, bytes: Buffer.byteLength(sent), paths: Object.keys(change) })
        for (const [key, value] of Object.entries(JSON.parse(sent) as object)) writePath(data, key, value)
        if (done)
          setImmediate(() => {
            done.call(page)
          })
      },
    }
    this.stack.at(-1)?.onHide?.()
    this.stack.push(page)
    page.onLoad?.(page.options)
    page.onShow?.()
    page.onReady?.()
  }

  get route(): string {
    return this.stack.at(-1)?.route ?? ''
  }

  get text(): string {
    return textOf(this.tree())
  }

  /** The innermost node whose text is, or starts with, these words. */
  find(words: string): TaroNode {
    const found = nodesOf(this.tree()).filter(
      (node) => textOf(node).startsWith(words) && node.sid !== undefined,
    )
    const innermost = found.sort((a, b) => nodesOf(a).length - nodesOf(b).length)[0]
    if (!innermost) throw new Error(`nothing says "${words}" on ${this.route}: ${this.text}`)
    return innermost
  }

  /** Bubbles from the node up to the page, as WeChat's view would report a tap. */
  tap(words: string): void {
    this.fire(this.find(words), 'tap')
  }

  input(node: TaroNode, value: string): void {
    this.fire(node, 'input', { value, cursor: value.length })
  }

  /** Every node of one kind on the page, such as `textarea`. */
  all(kind: string): readonly TaroNode[] {
    return nodesOf(this.tree()).filter(({ nn }) => nn === kind)
  }

  /** Resolves when no call is under way and nothing was drawn for a while. */
  async settle(quiet = 80): Promise<void> {
    for (let seen = -1; seen !== this.setData.length || this.pending > 0;) {
      seen = this.setData.length
      await new Promise((resolve) => setTimeout(resolve, quiet))
    }
  }

  /** Bytes of the setData calls that an action causes until it is quiet again. */
  async cost(action: () => void): Promise<number> {
    const before = this.setData.length
    action()
    await this.settle()
    return this.setData.slice(before).reduce((sum, { bytes }) => sum + bytes, 0)
  }

  /** The card that 转发 in WeChat's menu sends from the page in front; null where the menu has no such line. */
  get shared(): unknown {
    const page = this.stack.at(-1)
    if (!page?.onShareAppMessage) return null
    return page.onShareAppMessage({ from: 'menu' }) ?? 'the page as it is'
  }

  /** Every signal that is watched rises to this number. */
  rise(n: number): void {
    for (const tell of this.watchers) tell(n)
  }

  /** Leaves every page and stops what still ticks. */
  close(): void {
    while (this.stack.length > 0) this.stack.pop()?.onUnload?.()
    for (const timer of this.ticking) clearTimeout(timer)
  }

  private tree(): TaroNode {
    return this.stack.at(-1)?.data.root ?? {}
  }

  private fire(node: TaroNode, type: string, detail: object = {}): void {
    const named = ({ sid, uid }: TaroNode) => ({ id: uid ?? sid, dataset: { sid } })
    for (const at of upwards(node, this.tree())) {
      if (at.sid === undefined || at.v !== undefined) continue
      const event = { type, detail, timeStamp: 1, mark: {}, target: named(node), currentTarget: named(at) }
      this.stack.at(-1)?.eh?.(event)
    }
  }

  /** Timers that end with the engine; what they throw is an error of the page, not of the test. */
  private timers(): object {
    const guarded =
      (work: () => void): (() => void) =>
      () => {
        try {
          work()
        } catch (error) {
          this.errors.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
        }
      }
    const track = (timer: NodeJS.Timeout) => {
      this.ticking.add(timer)
      return timer
    }
    const stop = (timer: NodeJS.Timeout) => {
      this.ticking.delete(timer)
      clearTimeout(timer)
    }
    return {
      setTimeout: (work: () => void, delay?: number) => track(setTimeout(guarded(work), delay)),
      setInterval: (work: () => void, delay?: number) => track(setInterval(guarded(work), delay)),
      clearTimeout: stop,
      clearInterval: stop,
    }
  }

  private navigator(): Navigator {
    const to = (move: string, leave: () => void) => (url: string) => {
      this.navigation.push([move, url])
      leave()
      this.open(url)
    }
    const pop = () => this.stack.pop()?.onUnload?.()
    const clear = () => {
      while (this.stack.length > 0) pop()
    }
    return {
      navigateTo: to('navigateTo', () => undefined),
      redirectTo: to('redirectTo', pop),
      switchTab: to('switchTab', clear),
      reLaunch: to('reLaunch', clear),
      navigateBack: () => {
        this.navigation.push(['navigateBack', ''])
        pop()
        this.stack.at(-1)?.onShow?.()
      },
    }
  }

  private require(path: string): unknown {
    const known = this.modules.get(path)
    if (known) return known.exports
    const module: Module = { exports: {} }
    this.modules.set(path, module)
    const outer = this.loading
    this.loading = path
    const filename = join(this.root, `${path}.js`)
    const names = ['require', 'module', 'exports']
    const run = compileFunction(readFileSync(filename, 'utf8'), names, {
      filename,
      parsingContext: this.context,
    })
    const from = (request: string) =>
      request.startsWith('/') ? request.slice(1) : posix.join(posix.dirname(path), request)
    const require = (request: string) => this.require(from(request).replace(/\.js$/, ''))
    ;(run as (...given: unknown[]) => void)(require, module, module.exports)
    this.loading = outer
    return module.exports
  }
}
