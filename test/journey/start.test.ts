import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

import { aFolder, startProductProcess } from '../support/product-process'

jest.setTimeout(120_000)

const call = async (url: string, endpoint: string, input: unknown) => {
  const answer = await fetch(`${url}/call/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-openid': 'local-resident-1' },
    body: JSON.stringify({ endpoint, input }),
  })
  return (await answer.json()) as {
    result: { reply: { kind: string; value: { id: string; words: string } } }
  }
}

describe('npm start', () => {
  it('keeps the data over a restart, and Ctrl-C ends it cleanly', async () => {
    const folder = await aFolder()
    const first = await startProductProcess({ folder })
    const place = { cell: 'c-001', spot: '', point: null }
    const words = '重启以后还在'
    const input = { key: 'a-key-of-sixteen-or-more', words, category: null, ticket: null, files: [], place }
    const { id } = (await call(first.url, 'report.submit', input)).result.reply.value
    expect(await first.stop()).toBe(0)

    const second = await startProductProcess({ folder })
    expect(second.output()).not.toContain('seeded')
    expect((await call(second.url, 'report.read', { id })).result.reply.value.words).toBe(words)
    await second.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('says that a port is taken and takes the next free one', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const { port } = other.address() as AddressInfo
    const product = await startProductProcess({ port })
    expect(product.output()).toContain(`端口 ${String(port)} 已被占用`)
    expect(product.url).not.toContain(`:${String(port)}`)
    await product.stop()
    other.close()
  })

  it('serves the bar and the made-up people beside the mini-program, and no other site may call', async () => {
    const product = await startProductProcess()
    const page = await (await fetch(`${product.url}/`)).text()
    expect(page).toContain('/local/bar.js')
    expect(((await (await fetch(`${product.url}/local/people`)).json()) as unknown[]).length).toBeGreaterThan(
      300,
    )
    const foreign = await fetch(`${product.url}/local/people`, {
      headers: { origin: 'https://elsewhere.example' },
    })
    expect(foreign.status).toBe(403)
    await product.stop()
  })
})
