import { CloudFault } from '../fault'

const BUCKET = 'local'
/** The service's limit of a path, in bytes of UTF-8. */
const MAX_BYTES = 850

/** Refuses every path that a careless join could take out of its folder. Letter case and percent signs are kept as they are. */
export function checkPath(path: string): string {
  const reason = troubleWith(path)
  if (reason !== undefined) throw new CloudFault('INVALID_PARAM', `the file path is not allowed: ${reason}`)
  return path
}

function troubleWith(path: string): string | undefined {
  if (path === '') return 'it is empty'
  if (Buffer.byteLength(path) > MAX_BYTES) return `it is longer than ${String(MAX_BYTES)} bytes`
  if (Buffer.from(path).toString() !== path) return 'it is not well-formed Unicode'
  if (Array.from(path).some((character) => character < ' ' || character === '\u007f'))
    return 'it holds a control character'
  if (path.includes('\\')) return 'it holds a backslash'
  const steps = path.split('/')
  if (steps.includes('')) return 'it begins or ends with "/" or holds "//"'
  if (steps.some((step) => step === '.' || step === '..')) return 'it holds "." or ".." as a step'
  return undefined
}

export const fileIdOf = (env: string, path: string): string => `cloud://${env}.${BUCKET}/${checkPath(path)}`

/** The path a file id names in this environment; undefined for another environment's or none. */
export function pathOfFileId(env: string, fileId: string): string | undefined {
  const start = `cloud://${env}.${BUCKET}/`
  if (!fileId.startsWith(start)) return undefined
  const path = fileId.slice(start.length)
  return troubleWith(path) === undefined ? path : undefined
}
