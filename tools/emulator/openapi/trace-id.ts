import { randomBytes } from 'node:crypto'

/** Seconds and two random words in hex, as WeChat writes its `trace_id` and `rid`. */
export const newTraceId = (now: number): string =>
  [Math.floor(now / 1000).toString(16), randomBytes(4).toString('hex'), randomBytes(4).toString('hex')].join(
    '-',
  )
