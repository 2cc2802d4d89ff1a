import { CloudFault } from '../fault'

const BUCKET = 'local'
const MAX_LENGTH = 1024

/** Refuses every path that a careless join could take out of its folder. */
export function checkPath(path: string): string {
  const steps = path.split('/')
  const controls = Array.from(path).some((character) => character < ' ' || character === '\u007f')
  if (
    path === '' ||
    path.length > MAX_LENGTH ||
    controls ||
    path.includes('\\') ||
    steps.some((step) => step === '' || step === '.' || step === '..')
  ) {
    throw new CloudFault('INVALID_PARAM', 'the file path is not allowed')
  }
  return path
}

export const fileIdOf = (env: string, path: string): string => `cloud://${env}.${BUCKET}/${checkPath(path)}`

/** The path a file id names in this environment; undefined for another environment's or none. */
export function pathOfFileId(env: string, fileId: string): string | undefined {
  const start = `cloud://${env}.${BUCKET}/`
  if (!fileId.startsWith(start)) return undefined
  try {
    return checkPath(fileId.slice(start.length))
  } catch {
    return undefined
  }
}
