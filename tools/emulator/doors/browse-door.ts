import type { Page } from '../console/browse'
import { pageById, pageByIndex } from '../console/browse'
import { CollectionSizes } from '../console/collection-sizes'
import { relaxed } from '../console/relaxed-json'
import { decodeDocument } from '../engine/ejson'
import { CloudFault } from '../fault'
import { checkPath } from '../files/file-path'
import type { FileStore } from '../files/file-store'
import type { Services } from '../protocol/action'
import { documentOf } from '../store/collection'
import type { Environment } from '../store/environment'
import type { Environments } from '../store/environments'
import { numberOf, textOf } from '../store/sqlite'
import type { Door, Exchange } from './exchange'
import { DEFAULT_ENV, sendFault, sendJson } from './exchange'

const SUMMARY_CHARACTERS = 240
const FILES_PAGE = 50
const TEMPORARY_S = 600

/** What the console reads of an environment: its collections, documents and files. Nothing here writes. */
export function browseDoor({ environments, files }: Services): Door {
  const sizes = new CollectionSizes(environments)
  const answers: Readonly<Record<string, (exchange: Exchange) => unknown>> = {
    '/debug/environments': () => [...new Set([DEFAULT_ENV, ...environments.names()])].sort(),
    '/debug/collections': (exchange) => {
      const environment = known(environments, exchange)
      return environment
        .collections()
        .map((collection) => ({
          name: collection.name,
          documents: sizes.of(environment, collection),
          indexes: collection.indexes.map(({ definition }) => definition),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
    },
    '/debug/documents': (exchange) => documents(known(environments, exchange), exchange),
    '/debug/document': (exchange) => oneDocument(known(environments, exchange), exchange),
    '/debug/files': (exchange) => listFiles(known(environments, exchange), exchange),
  }
  return (exchange) => {
    const { request, url } = exchange
    const answer = Object.hasOwn(answers, url.pathname) ? answers[url.pathname] : undefined
    try {
      if (url.pathname === '/debug/file' && ['GET', 'HEAD'].includes(request.method ?? ''))
        leadToFile(files, known(environments, exchange).name, exchange)
      else if (answer === undefined || request.method !== 'GET') return false
      else sendJson(exchange, answer(exchange))
    } catch (error) {
      sendFault(exchange, error)
    }
    return true
  }
}

/** To a temporary address, so that a page can name a file by its path. */
function leadToFile(files: FileStore, env: string, exchange: Exchange): void {
  const { pathname } = new URL(files.temporaryUrl(env, checkPath(asked(exchange, 'path')), TEMPORARY_S))
  exchange.response.writeHead(302, { location: pathname, 'cache-control': 'no-store' }).end()
}

/** An environment comes into being by its first use; looking at it is none. */
function known(environments: Environments, exchange: Exchange): Environment {
  const name = exchange.url.searchParams.get('env') ?? DEFAULT_ENV
  if (name !== DEFAULT_ENV && !environments.names().includes(name))
    throw new CloudFault('NOT_FOUND', `there is no environment ${name} in the data folder`)
  return environments.get(name)
}

function asked({ url }: Exchange, name: string): string {
  const value = url.searchParams.get(name)
  if (value === null || value === '') throw new CloudFault('INVALID_PARAM', `${name} is missing`)
  return value
}

function documents(environment: Environment, exchange: Exchange): unknown {
  const { rows, next, examined } = pageOf(environment, exchange)
  return {
    documents: rows.map((row) => {
      const { _id, ...fields } = documentOf(row)
      return { key: row.id, _id, summary: JSON.stringify(relaxed(fields)).slice(0, SUMMARY_CHARACTERS) }
    }),
    next: next ?? null,
    examined,
  }
}

function pageOf(environment: Environment, exchange: Exchange): Page {
  const { searchParams } = exchange.url
  const collection = environment.collection(asked(exchange, 'collection'))
  const after = searchParams.get('after') ?? undefined
  const index = searchParams.get('index') ?? '_id'
  if (index === '_id') return pageById(collection, searchParams.get('id') ?? '', after)
  const query = decodeDocument(searchParams.get('query') ?? '{}')
  return pageByIndex(environment, collection, index, query, after)
}

function oneDocument(environment: Environment, exchange: Exchange): unknown {
  const collection = environment.collection(asked(exchange, 'collection'))
  const key = asked(exchange, 'key')
  const row = collection.find(key)
  if (row === undefined) throw new CloudFault('NOT_FOUND', `${collection.name} has no document ${key}`)
  return relaxed(documentOf(row))
}

function listFiles({ db }: Environment, { url }: Exchange): unknown {
  const prefix = url.searchParams.get('prefix') ?? ''
  const after = url.searchParams.get('after') ?? ''
  const rows = db.all(
    'SELECT path, size, owner, at FROM files WHERE path >= ? AND path > ? AND path < ? ORDER BY path LIMIT ?',
    prefix,
    after,
    `${prefix}\u{10ffff}`,
    FILES_PAGE + 1,
  )
  const shown = rows.slice(0, FILES_PAGE).map((row) => ({
    path: textOf(row['path']),
    size: numberOf(row['size']),
    owner: row['owner'],
    at: new Date(numberOf(row['at'])).toISOString(),
  }))
  return { files: shown, next: rows.length > FILES_PAGE ? (shown.at(-1)?.path ?? null) : null }
}
