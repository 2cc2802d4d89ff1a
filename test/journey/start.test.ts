import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

import { aFolder, callProduct, startProductProcess } from '../support/product-process'

jest.setTimeout(120_000)

const resident = 'local-resident-1'

describe('npm start', () => {
  it('keeps the data over a restart, and Ctrl-C ends it cleanly', async () => {
    const folder = await aFolder()
    const first = await startProductProcess({ folder })
    expect(first.output()).toContain('seeded')
    const place = { cell: 'c-001', spot: '', point: null }
    const words = '重启以后还在'
    const input = { key: 'a-key-of-sixteen-or-more', words, category: null, ticket: null, files: [], place }
    const { id } = await callProduct<{ id: string }>(first.url, resident, 'report.submit', input)
    expect(await first.stop()).toBe(0)

    const second = await startProductProcess({ folder })
    expect(second.output()).not.toContain('seeded')
    expect(await callProduct(second.url, resident, 'report.read', { id })).toMatchObject({ words })
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
