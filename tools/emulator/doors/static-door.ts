import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Door } from './exchange'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
}
/** A content hash in the name, as webpack and Taro write it: `app.1a2b3c4d.js`, `2.5f0e9a1b.css`. */
const HASHED = /[.-][0-9a-f]{8,32}\.\w+(\.map)?$/

/** Serves the h5 build. `pageScripts` are put at the end of index.html, so that the product can add local-only scripts. */
export const staticDoor =
  (folder: string, pageScripts: readonly string[]): Door =>
  async ({ request, response, url }) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const root = path.resolve(folder)
    const file = path.join(root, url.pathname === '/' ? 'index.html' : decode(url.pathname))
    if (!file.startsWith(root + path.sep) || file.includes('\0')) return false
    const content = await readFile(file).catch(() => undefined)
    if (content === undefined) return false
    const isPage = path.basename(file) === 'index.html'
    const body = isPage ? Buffer.from(withScripts(content.toString('utf8'), pageScripts)) : content
    response.writeHead(200, {
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    })
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return '/'
  }
}

function withScripts(page: string, scripts: readonly string[]): string {
  const tags = scripts.map((source) => `<script src="${source}"></script>`).join('')
  const end = page.lastIndexOf('</body>')
  return end === -1 ? page + tags : page.slice(0, end) + tags + page.slice(end)
}
