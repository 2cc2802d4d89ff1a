import path from 'node:path'
import type { Child, FailedStart } from '../../tools/bench/child'
import { startCloudChild } from '../../tools/bench/child'

export type { Child as CloudChild } from '../../tools/bench/child'
export { running } from '../../tools/bench/child'

/** The command line in one process of its own (no wrapper), so that a kill hits the cloud itself. */
export const startChild = (
  data: string,
  more: readonly string[] = [],
  functions = path.join(__dirname, '..', 'emulator', 'functions'),
): Promise<Child | FailedStart> => startCloudChild(data, functions, more)
