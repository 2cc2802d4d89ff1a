import { existsSync } from 'node:fs'
import { CloudFault } from './fault'
import { DataFolderError, readSmallFile, writeWhole } from './store/data-folder'

/** Well inside of what a Date can hold. */
const LAST_TIME = Date.UTC(9999, 11, 31)

/** The one clock of the local cloud: real time plus an offset that outlives a restart. Locks and timeouts use real time. */
export class Clock {
  readonly #file: string
  #offset = 0

  constructor(file: string) {
    this.#file = file
    if (existsSync(file)) this.#offset = readOffset(file)
  }

  get offset(): number {
    return this.#offset
  }

  now(): number {
    return Date.now() + this.#offset
  }

  /** `{"to": ISO or ms}`, `{"by": ms}` or `{"reset": true}`. */
  move(request: unknown): void {
    const { to, by, reset } = (typeof request === 'object' && request !== null ? request : {}) as Record<
      'to' | 'by' | 'reset',
      unknown
    >
    const before = this.#offset
    if (reset === true) this.#offset = 0
    else if (typeof by === 'number' && Number.isFinite(by)) this.#offset += by
    else if (typeof to === 'string' || typeof to === 'number') {
      const target = new Date(to).getTime()
      if (Number.isNaN(target)) throw new CloudFault('MALFORMED_REQUEST', `"to" is not a time: ${String(to)}`)
      this.#offset = target - Date.now()
    } else
      throw new CloudFault(
        'MALFORMED_REQUEST',
        'the clock takes {"to": ISO or ms}, {"by": ms} or {"reset": true}',
      )
    if (!(Math.abs(this.now()) <= LAST_TIME)) {
      this.#offset = before
      throw new CloudFault('MALFORMED_REQUEST', 'the clock goes no further than the year 9999')
    }
    writeWhole(this.#file, JSON.stringify({ offset: this.#offset }))
  }
}

function readOffset(file: string): number {
  const { offset } = readSmallFile(file)
  if (typeof offset !== 'number' || !Number.isFinite(offset))
    throw new DataFolderError(`${file} holds no offset in ms: delete it to go by the computer's time again`)
  return offset
}
