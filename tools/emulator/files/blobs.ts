import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { CloudFault } from '../fault'

export const MAX_FILE_BYTES = 50 * 1024 * 1024

export const tooLarge = (): CloudFault =>
  new CloudFault('STORAGE_FILE_TOO_LARGE', `a file holds at most ${String(MAX_FILE_BYTES / 1024 / 1024)} MB`)

/** The bytes of one environment's files under random names; a name never tells a path. */
export class Blobs {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Written under a temporary name, synced, renamed. What is cut off or too large leaves nothing. */
  async write(content: Readable): Promise<{ blob: string; size: number }> {
    mkdirSync(this.#folder, { recursive: true })
    const blob = randomUUID()
    const temporary = path.join(this.#folder, `${blob}.part`)
    try {
      const size = await writeSynced(temporary, content)
      await rename(temporary, path.join(this.#folder, blob))
      await syncFolder(this.#folder)
      return { blob, size }
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  }

  /** Undefined when the blob is gone: its file was replaced or deleted a moment ago. */
  async open(blob: string): Promise<FileHandle | undefined> {
    try {
      return await open(path.join(this.#folder, blob))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  async remove(blob: string): Promise<void> {
    await rm(path.join(this.#folder, blob), { force: true })
  }

  /** Removes what a crash left between a blob and its row: everything that no row names. */
  sweep(named: ReadonlySet<string>): void {
    for (const name of readdirSync(this.#folder))
      if (!named.has(name)) rmSync(path.join(this.#folder, name), { recursive: true, force: true })
  }
}

/** Stops reading at the first byte too many; the stream stays open so that the answer can still be sent. */
async function writeSynced(file: string, content: Readable): Promise<number> {
  const handle = await open(file, 'wx')
  let size = 0
  try {
    const chunks = content.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > MAX_FILE_BYTES) throw tooLarge()
      await handle.writeFile(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return size
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}
