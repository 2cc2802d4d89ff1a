import { readFileSync } from 'node:fs'
import { messageOf } from './fault'

/** `"auth != null"`: anyone signed in. An owner rule: the one whose openid the document or file carries. */
type Rule = boolean | 'auth != null' | 'owner'

/** What stands in a rules file for an owner rule, as the service writes it. */
const ownerOf = { document: 'doc._openid == auth.openid', file: 'resource.openid == auth.openid' } as const

export interface Rules {
  /** May this person call the function? */
  mayInvoke(name: string, signedIn: boolean): boolean
  /** Rules validate, they don't filter: under an owner rule the query itself must ask for the caller's documents. */
  mayRead(collection: string, openid: string | undefined, queryOwner: unknown): boolean
  /** `owner` is who uploaded the file; undefined for a function's file. */
  mayReadFile(owner: string | undefined, openid: string): boolean
  /** `held` is the file that stands at this path already. */
  mayWriteFile(
    path: string,
    held: { readonly owner: string | undefined } | undefined,
    openid: string,
  ): boolean
}

const DEFAULT_UPLOAD_FOLDERS = ['inbox/']

export class RulesError extends Error {}

/**
 * `{"*": {"invoke": "auth != null"}, "jobs": {"invoke": false}, "collections": {"signals": {"read": "auth != null"}},
 * "storage": {"read": …, "write": …, "clientWrite": ["inbox/"]}}`. They bind people, not functions.
 */
export function readRules(file: string | undefined): Rules {
  if (file === undefined) return rulesFrom({})
  try {
    return rulesFrom(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new RulesError(`the rules file ${file} cannot be used: ${messageOf(error)}`)
  }
}

export function rulesFrom(json: unknown): Rules {
  const { collections, storage, ...functions } = objectOf(json, 'the rules')
  const invoke = readFunctions(functions)
  const read = readCollections(collections)
  const files = readStorage(storage)
  return {
    mayInvoke: (name, signedIn) =>
      allows(invoke.get(name) ?? invoke.get('*') ?? 'auth != null', signedIn, false),
    mayRead: (collection, openid, queryOwner) =>
      allows(
        read.get(collection) ?? false,
        openid !== undefined,
        openid !== undefined && queryOwner === openid,
      ),
    mayReadFile: (owner, openid) => allows(files.read, true, owner === openid),
    mayWriteFile: (path, held, openid) =>
      files.folders.some((folder) => path.startsWith(folder)) &&
      allows(files.write, true, held === undefined || held.owner === openid),
  }
}

function readFunctions(functions: Readonly<Record<string, unknown>>): Map<string, Rule> {
  return new Map(
    Object.entries(functions).map(([name, entry]) => {
      const { invoke } = fields(entry, name, ['invoke'])
      if (invoke === undefined) throw new RulesError(`the rule ${name}.invoke is missing`)
      return [name, ruleOf(invoke, `${name}.invoke`)]
    }),
  )
}

function readCollections(collections: unknown): Map<string, Rule> {
  return new Map(
    Object.entries(objectOf(collections ?? {}, 'collections')).map(([name, entry]) => {
      const where = `collections.${name}`
      const { read, write } = fields(entry, where, ['read', 'write'])
      if (write !== undefined && write !== false)
        throw new RulesError(`the rule ${where}.write must be false: people write through functions here`)
      return [name, ruleOf(read ?? false, `${where}.read`, ownerOf.document)]
    }),
  )
}

function readStorage(storage: unknown): { read: Rule; write: Rule; folders: readonly string[] } {
  const { read, write, clientWrite } = fields(storage ?? {}, 'storage', ['read', 'write', 'clientWrite'])
  return {
    read: ruleOf(read ?? ownerOf.file, 'storage.read', ownerOf.file),
    write: ruleOf(write ?? ownerOf.file, 'storage.write', ownerOf.file),
    folders: clientWrite === undefined ? DEFAULT_UPLOAD_FOLDERS : foldersOf(clientWrite),
  }
}

function foldersOf(value: unknown): readonly string[] {
  const isFolder = (folder: unknown): folder is string =>
    typeof folder === 'string' && /^([^/]+\/)*$/.test(folder)
  if (Array.isArray(value) && value.every(isFolder)) return value
  throw new RulesError(
    'the rule storage.clientWrite must be a list of folders that end with "/", such as ["inbox/"]; "" is the whole storage',
  )
}

function allows(rule: Rule, signedIn: boolean, isOwner: boolean): boolean {
  if (rule === 'auth != null') return signedIn
  return rule === 'owner' ? isOwner : rule
}

function ruleOf(value: unknown, where: string, ownerRule?: string): Rule {
  if (typeof value === 'boolean' || value === 'auth != null') return value
  if (ownerRule !== undefined && value === ownerRule) return 'owner'
  const words = ['true', 'false', '"auth != null"', ...(ownerRule === undefined ? [] : [`"${ownerRule}"`])]
  throw new RulesError(
    `the rule ${where} must be ${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}, not ${JSON.stringify(value)}`,
  )
}

function fields<Name extends string>(
  value: unknown,
  where: string,
  names: readonly Name[],
): Partial<Record<Name, unknown>> {
  const entry = objectOf(value, where)
  const unknownName = Object.keys(entry).find((name) => !names.some((known) => known === name))
  if (unknownName !== undefined)
    throw new RulesError(`the rule ${where}.${unknownName} is not known; known are ${names.join(', ')}`)
  return entry as Partial<Record<Name, unknown>>
}

function objectOf(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw new RulesError(`${where} must be an object of rules`)
}
