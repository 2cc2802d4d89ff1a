import { existsSync, readdirSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { Clock } from '../clock'
import type { DataFolder } from '../store/data-folder'
import type { Environment } from '../store/environment'
import type { Environments } from '../store/environments'
import { numberOf, textOf } from '../store/sqlite'
import { Blobs } from './blobs'
import { checkPath, fileIdOf } from './file-path'
import type { Grant } from './signed-token'
import { SignedTokens } from './signed-token'

const UPLOAD_GRANT_MS = 15 * 60_000
const LONGEST_MAX_AGE_S = 86_400

export interface StoredFile {
  readonly size: number
  /** The person who uploaded it; undefined for a function's file. */
  readonly owner: string | undefined
  readonly blob: string
}
export interface OpenFile {
  readonly file: StoredFile
  readonly handle: FileHandle
}

/** Files as random-named blobs; their paths, sizes and owners are rows of the environment's database. */
export class FileStore {
  readonly #folder: DataFolder
  readonly #clock: Clock
  readonly #tokens = new SignedTokens()
  #origin = ''

  constructor(folder: DataFolder, clock: Clock) {
    this.#folder = folder
    this.#clock = clock
  }

  /** Set once the server listens. */
  set origin(origin: string) {
    this.#origin = origin
  }

  /** At the start, before anything is stored: removes the blobs that no row names. */
  sweep(environments: Environments): void {
    const all = path.join(this.#folder.root, 'files')
    if (!existsSync(all)) return
    const known = new Set(environments.names())
    for (const name of readdirSync(all).filter((folder) => known.has(folder))) {
      const rows = environments.get(name).db.all('SELECT blob FROM files')
      this.#blobs(name).sweep(new Set(rows.map((row) => textOf(row['blob']))))
    }
  }

  /** Uploads are timed by the real clock, like locks and timeouts. */
  uploadUrl(env: string, filePath: string): string {
    return `${this.#origin}/object/${this.#tokens.sign({ use: 'put', env, path: checkPath(filePath), until: Date.now() + UPLOAD_GRANT_MS })}`
  }

  /** Expires by the cloud's clock, after a day at most. */
  temporaryUrl(env: string, filePath: string, maxAgeSeconds: number): string {
    const age = Math.min(Math.max(maxAgeSeconds, 0), LONGEST_MAX_AGE_S)
    return `${this.#origin}/temp/${this.#tokens.sign({ use: 'get', env, path: filePath, until: this.#clock.now() + age * 1000 })}`
  }

  readToken(token: string, use: Grant['use']): Grant | undefined {
    return this.#tokens.read(token, use, use === 'put' ? Date.now() : this.#clock.now())
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

  /** One whole version of the file, even while another takes its place. */
  async open(environment: Environment, filePath: string): Promise<OpenFile | undefined> {
    let missed: string | undefined
    for (;;) {
      const file = this.find(environment, filePath)
      if (file === undefined || file.blob === missed) return undefined
      const handle = await this.#blobs(environment.name).open(file.blob)
      if (handle !== undefined) return { file, handle }
      missed = file.blob
    }
  }

  /** A crash leaves the old file or the new one. `mayReplace` is asked again when the bytes are there. */
  async store(
    environment: Environment,
    filePath: string,
    content: Readable,
    owner?: string,
    mayReplace: (held: StoredFile | undefined) => void = () => undefined,
  ): Promise<string> {
    const fileId = fileIdOf(environment.name, filePath)
    mayReplace(this.find(environment, filePath))
    const blobs = this.#blobs(environment.name)
    const { blob, size } = await blobs.write(content)
    let unused = blob
    try {
      const replaced = this.find(environment, filePath)
      mayReplace(replaced)
      environment.db.run(
        'INSERT OR REPLACE INTO files (path, blob, size, owner, at) VALUES (?, ?, ?, ?, ?)',
        ...[filePath, blob, size, owner ?? null, this.#clock.now()],
      )
      unused = replaced?.blob ?? ''
    } finally {
      if (unused !== '') await blobs.remove(unused)
    }
    return fileId
  }

  async remove(environment: Environment, filePath: string): Promise<boolean> {
    const file = this.find(environment, filePath)
    if (file === undefined) return false
    environment.db.run('DELETE FROM files WHERE path = ?', filePath)
    await this.#blobs(environment.name).remove(file.blob)
    return true
  }

  #blobs(env: string): Blobs {
    return new Blobs(this.#folder.files(env))
  }
}
