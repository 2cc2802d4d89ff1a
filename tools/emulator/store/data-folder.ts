import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { messageOf } from '../fault'
import { Sqlite } from './sqlite'

const FORMAT = 1

export class DataFolderError extends Error {}

/** `format.json`, `clock.json`, `lock.sqlite`, `env/<name>.sqlite`, `files/<name>/…`. */
export class DataFolder {
  readonly root: string
  readonly #lock: Sqlite

  constructor(root: string) {
    this.root = path.resolve(root)
    makeFolder(this.root)
    checkFormat(path.join(this.root, 'format.json'))
    this.#lock = takeLock(path.join(this.root, 'lock.sqlite'))
  }

  database(env: string): string {
    return path.join(this.root, 'env', `${env}.sqlite`)
  }

  environments(): string[] {
    return readdirSync(path.join(this.root, 'env')).flatMap((file) => /^(.+)\.sqlite$/.exec(file)?.[1] ?? [])
  }

  files(env: string): string {
    return path.join(this.root, 'files', env)
  }

  close(): void {
    this.#lock.exec('ROLLBACK')
    this.#lock.close()
  }
}

function makeFolder(root: string): void {
  try {
    mkdirSync(path.join(root, 'env'), { recursive: true })
    accessSync(root, constants.W_OK)
  } catch (error) {
    throw new DataFolderError(`the data folder ${root} cannot be written: ${messageOf(error)}`)
  }
}

function checkFormat(file: string): void {
  if (!existsSync(file)) {
    writeWhole(file, JSON.stringify({ format: FORMAT }))
    return
  }
  const { format } = readSmallFile(file)
  if (typeof format !== 'number')
    throw new DataFolderError(
      `${file} names no format: put {"format":${String(FORMAT)}} back or take another --data folder`,
    )
  if (format !== FORMAT) {
    throw new DataFolderError(
      `the data folder has format ${String(format)}, this local cloud reads format ${String(FORMAT)}: take a newer version or another --data folder`,
    )
  }
}

/** A transaction held open for the life of the process; the system ends it however the process ends. */
function takeLock(file: string): Sqlite {
  try {
    const lock = new Sqlite(file)
    lock.exec('PRAGMA busy_timeout = 0; BEGIN IMMEDIATE')
    return lock
  } catch (error) {
    const reason = messageOf(error)
    throw new DataFolderError(
      reason.includes('locked')
        ? `another local cloud is using the data folder ${path.dirname(file)}: stop it or take another --data folder`
        : `${file} cannot be opened: ${reason}`,
    )
  }
}

/** What a JSON object of the data folder's own holds. */
export function readSmallFile(file: string): Readonly<Record<string, unknown>> {
  try {
    return { ...(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) }
  } catch (error) {
    throw new DataFolderError(`${file} cannot be read: ${messageOf(error)}`)
  }
}

/** Replaces a small file so that a crash leaves either the old or the new one. */
export function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { flush: true })
  renameSync(`${file}.new`, file)
}

/** A file-safe stand-in for any environment name: itself when it already is safe. */
export function safeEnvName(name: string): string {
  if (/^[a-z0-9][a-z0-9_-]{0,63}$/.test(name)) return name
  return `x_${createHash('sha256').update(name).digest('hex').slice(0, 32)}`
}
