import { readFileSync } from 'node:fs'

export type Rule = boolean | 'auth != null'

export interface Rules {
  /** May this person call the function? */
  mayInvoke(name: string, signedIn: boolean): boolean
  mayRead(collection: string, signedIn: boolean): boolean
  mayUpload(path: string): boolean
}

const DEFAULT_UPLOAD_FOLDERS = ['inbox/']

/**
 * `{"*": {"invoke": "auth != null"}, "jobs": {"invoke": false}, "collections": {"signals": {"read": "auth != null"}},
 * "storage": {"clientWrite": ["inbox/"]}}`. They bind people, not functions.
 */
export function readRules(file: string | undefined): Rules {
  return rulesFrom(file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8')))
}

export function rulesFrom(json: unknown): Rules {
  const { collections, storage, ...functions } = objectOf(json)
  const invoke = new Map(
    Object.entries(functions).map(([name, rule]) => [
      name,
      ruleOf(objectOf(rule)['invoke'], `${name}.invoke`),
    ]),
  )
  const read = new Map(
    Object.entries(objectOf(collections)).map(([name, rule]) => [
      name,
      ruleOf(objectOf(rule)['read'] ?? false, `${name}.read`),
    ]),
  )
  const { clientWrite } = objectOf(storage)
  const folders = Array.isArray(clientWrite) ? clientWrite.map(String) : DEFAULT_UPLOAD_FOLDERS
  return {
    mayInvoke: (name, signedIn) => allows(invoke.get(name) ?? invoke.get('*') ?? 'auth != null', signedIn),
    mayRead: (collection, signedIn) => allows(read.get(collection) ?? false, signedIn),
    mayUpload: (path) => folders.some((folder) => path.startsWith(folder)),
  }
}

const allows = (rule: Rule, signedIn: boolean): boolean => (rule === 'auth != null' ? signedIn : rule)

function ruleOf(value: unknown, where: string): Rule {
  if (typeof value === 'boolean' || value === 'auth != null') return value
  throw new Error(`the rule ${where} must be true, false or "auth != null"`)
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
