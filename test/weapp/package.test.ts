import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileStyles, compileTemplates } from '../support/weapp/compilers'
import {
  filesOf,
  packageSizes,
  pagesOf,
  readAppJson,
  readJson,
  weappRoot,
} from '../support/weapp/package-files'

const KB = 1024
const MB = 1024 * KB
const ending = (...ends: readonly string[]) =>
  filesOf().filter((file) => ends.some((end) => file.endsWith(end)))

describe('WeChat’s own compilers take', () => {
  it('every template', () => {
    expect(ending('.wxml').length).toBeGreaterThan(0)
    expect(compileTemplates(ending('.wxml', '.wxs'))).toEqual({ ok: true, errors: '' })
  })

  it('every style sheet', () => {
    expect(ending('.wxss').length).toBeGreaterThan(0)
    expect(compileStyles(ending('.wxss'))).toEqual({ ok: true, errors: '' })
  })

  it('no broken ones', () => {
    const folder = mkdtempSync(join(tmpdir(), 'broken-'))
    writeFileSync(join(folder, 'a.wxml'), '<view><text></view>')
    writeFileSync(join(folder, 'a.wxss'), '.a { color: red; .b {')
    expect(compileTemplates(['a.wxml'], folder).ok).toBe(false)
    expect(compileStyles(['a.wxss'], folder).ok).toBe(false)
    rmSync(folder, { recursive: true })
  })
})

describe('app.json', () => {
  const app = readAppJson()

  it.each(ending('.json'))('%s parses', (file) => {
    expect(readJson(file)).toEqual(expect.any(Object))
  })

  it.each(pagesOf(app))('%s has its script, its template and its settings', (page) => {
    const missing = ['.js', '.wxml', '.json'].filter((end) => !existsSync(join(weappRoot, page + end)))
    expect(missing).toEqual([])
  })

  it('names tabs that are pages of the main package', () => {
    for (const { pagePath } of app.tabBar?.list ?? []) expect(app.pages).toContain(pagePath)
  })

  it('draws its own tab bar, with the component that WeChat then asks for, and the colours of light and dark', () => {
    expect(app.tabBar?.custom).toBe(true)
    for (const end of ['.js', '.json', '.wxml'])
      expect(existsSync(join(weappRoot, 'custom-tab-bar', `index${end}`))).toBe(true)
    const themes = Object.values(readJson(app.themeLocation ?? '') as Record<string, Record<string, string>>)
    const named = JSON.stringify(app.window).match(/@(\w+)/g) ?? []
    expect(named.length).toBeGreaterThan(0)
    for (const theme of themes)
      expect(Object.keys(theme)).toEqual(expect.arrayContaining(named.map((name) => name.slice(1))))
  })
})

describe('the size of', () => {
  const sizes = packageSizes()
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)

  it('the main package is at most 700 KB, so that it opens on a poor network', () => {
    expect(sizes.get('main')).toBeLessThanOrEqual(700 * KB)
  })

  it('every package is at most 2 MB, all together 30 MB: WeChat’s limits', () => {
    expect(Math.max(...sizes.values())).toBeLessThanOrEqual(2 * MB)
    expect(total).toBeLessThanOrEqual(30 * MB)
  })
})
