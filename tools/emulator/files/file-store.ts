import { randomUUID } from 'node:crypto'
import { createReadStream, mkdirSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { CloudFault } from '../fault'
import type { DataFolder } from '../store/data-folder'
import type { Environment } from '../store/environment'
import { numberOf, textOf } from '../store/sqlite'
import { checkPath, fileIdOf } from './file-path'
import type { Grant } from './signed-token'
import { SignedTokens } from './signed-token'

export const MAX_FILE_BYTES = 50 * 1024 * 1024
const UPLOAD_GRANT_MS = 15 * 60_000
const LONGEST_MAX_AGE_S = 86_400

export interface StoredFile {
  readonly size: number
  readonly owner: string | undefined
  readonly blob: string
}

/** Files as random-named blobs; their paths, sizes and owners are rows of the environment's database. */
export class FileStore {
  readonly #folder: DataFolder
  readonly #tokens = new SignedTokens()
  #origin = ''

  constructor(folder: DataFolder) {
    this.#folder = folder
  }

  /** Set once the server listens. */
  set origin(origin: string) {
    this.#origin = origin
  }

  uploadUrl(env: string, filePath: string): string {
    return `${this.#origin}/object/${this.#tokens.sign({ use: 'put', env, path: checkPath(filePath), until: Date.now() + UPLOAD_GRANT_MS })}`
  }

  temporaryUrl(env: string, filePath: string, maxAgeSeconds: number): string {
    const age = Math.min(Math.max(maxAgeSeconds, 0), LONGEST_MAX_AGE_S)
    return `${this.#origin}/temp/${this.#tokens.sign({ use: 'get', env, path: filePath, until: Date.now() + age * 1000 })}`
  }

  readToken(token: string, use: Grant['use']): Grant | undefined {
    return this.#tokens.read(token, use)
  }

  find(environment: Environment, filePath: string): StoredFile | undefined {
    const row = environment.db.get('SELECT blob, size, owner FROM files WHERE path = ?', filePath)
    return (
      row && {
        blob: textOf(row['blob']),
        size: numberOf(row['size']),
        owner: typeof row['owner'] === 'string' ? row['owner'] : undefined,
      }
    )
  }

  read(environment: Environment, file: StoredFile): Readable {
    return createReadStream(path.join(this.#folder.files(environment.name), file.blob))
  }

  /** Written under a temporary name, synced, renamed, then entered: a crash leaves the old file or the new one. */
  async store(
    environment: Environment,
    filePath: string,
    content: Readable,
    owner?: string,
  ): Promise<string> {
    const fileId = fileIdOf(environment.name, filePath)
    const folder = this.#folder.files(environment.name)
    mkdirSync(folder, { recursive: true })
    const blob = randomUUID()
    const temporary = path.join(folder, `${blob}.part`)
    try {
      const size = await writeSynced(temporary, content)
      await rename(temporary, path.join(folder, blob))
      await syncFolder(folder)
      const replaced = this.find(environment, filePath)
      environment.db.run(
        'INSERT OR REPLACE INTO files (path, blob, size, owner, at) VALUES (?, ?, ?, ?, ?)',
        filePath,
        blob,
        size,
        owner ?? null,
        Date.now(),
      )
      if (replaced !== undefined) await rm(path.join(folder, replaced.blob), { force: true })
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    return fileId
  }

  async remove(environment: Environment, filePath: string): Promise<boolean> {
    const file = this.find(environment, filePath)
    if (file === undefined) return false
    environment.db.run('DELETE FROM files WHERE path = ?', filePath)
    await rm(path.join(this.#folder.files(environment.name), file.blob), { force: true })
    return true
  }
}

async function writeSynced(file: string, content: Readable): Promise<number> {
  const handle = await open(file, 'wx')
  let size = 0
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size <= MAX_FILE_BYTES) await handle.write(chunk)
    }
    if (size > MAX_FILE_BYTES) throw new CloudFault('STORAGE_FILE_TOO_LARGE', 'a file holds at most 50 MB')
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
