import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bundleOf } from '../bundle'
import type { Door } from './exchange'

const folder = path.join(__dirname, '..', 'console', 'page')

interface Asset {
  readonly type: string
  readonly read: () => string | Promise<string>
}
const file = (type: string, name: string): Asset => ({
  type,
  read: () => readFileSync(path.join(folder, name), 'utf8'),
})
const assets: Readonly<Record<string, Asset>> = {
  '/console': file('text/html', 'console.html'),
  '/console/console.css': file('text/css', 'console.css'),
  '/console/rows.css': file('text/css', 'rows.css'),
  '/console/icon.svg': file('image/svg+xml', 'icon.svg'),
  '/console/script.js': {
    type: 'text/javascript',
    read: () => bundleOf(path.join(folder, 'main.ts'), 'page'),
  },
}

/** Nothing but this origin's own files; no markup from text. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** `GET /console`: the page that shows what the local cloud holds and does. */
export function consoleDoor(): Door {
  const kept = new Map<string, string>()
  return async ({ request, response, url }) => {
    const name = url.pathname.replace(/(?<=^\/console)\/$/, '')
    const asset = Object.hasOwn(assets, name) ? assets[name] : undefined
    if (asset === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    const body = kept.get(name) ?? (await asset.read())
    kept.set(name, body)
    response.writeHead(200, {
      'content-type': `${asset.type}; charset=utf-8`,
      'content-length': Buffer.byteLength(body),
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    })
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }
}
