import { readFileSync } from 'node:fs'
import { messageOf } from '../fault'
import { isFieldKey } from './template-fields'

/** One-time templates take a credit for each message; a long-term one needs an accepted standing subscription. */
export type TemplateKind = 'once' | 'long-term'
export interface Template {
  readonly kind: TemplateKind
  readonly title: string
  readonly keys: readonly string[]
}

/** What stands in the mini-program's settings at WeChat. Undeclared templates and pages are not checked. */
export interface WechatDeclarations {
  readonly templates: ReadonlyMap<string, Template> | undefined
  readonly pages: readonly string[] | undefined
  /** The function that message pushes invoke. */
  readonly callback: string
  readonly mediaCheckMs: number
}

export class WechatDeclarationsError extends Error {}

/**
 * `{"templates": {"ID": {"kind": "once" | "long-term", "title": "…", "keys": ["thing1", "time2"]}},
 * "pages": ["pages/home/index"], "callback": "hooks", "mediaCheckSeconds": 2}`; each part may be left out.
 */
export function readWechatFile(file: string): WechatDeclarations {
  try {
    return wechatFrom(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new WechatDeclarationsError(`the WeChat file ${file} cannot be used: ${messageOf(error)}`)
  }
}

export function wechatFrom(json: unknown): WechatDeclarations {
  const { templates, pages, callback, mediaCheckSeconds, ...rest } = objectOf(json, 'the declaration')
  const [unknownName] = Object.keys(rest)
  if (unknownName !== undefined)
    throw new WechatDeclarationsError(
      `${unknownName} is not known; known are templates, pages, callback, mediaCheckSeconds`,
    )
  if (callback !== undefined && typeof callback !== 'string')
    throw new WechatDeclarationsError('callback must be the name of a function')
  if (mediaCheckSeconds !== undefined && !(typeof mediaCheckSeconds === 'number' && mediaCheckSeconds >= 0))
    throw new WechatDeclarationsError('mediaCheckSeconds must be a number of seconds')
  return {
    templates: templates === undefined ? undefined : readTemplates(templates),
    pages: pages === undefined ? undefined : textsOf(pages, 'pages'),
    callback: callback ?? 'hooks',
    mediaCheckMs: (mediaCheckSeconds ?? 2) * 1000,
  }
}

function readTemplates(templates: unknown): Map<string, Template> {
  return new Map(
    Object.entries(objectOf(templates, 'templates')).map(([id, entry]) => {
      const where = `templates.${id}`
      const { kind, title, keys } = objectOf(entry, where)
      if (kind !== 'once' && kind !== 'long-term')
        throw new WechatDeclarationsError(`${where}.kind must be "once" or "long-term"`)
      const names = textsOf(keys, `${where}.keys`)
      const wrong = names.find((key) => !isFieldKey(key))
      if (wrong !== undefined)
        throw new WechatDeclarationsError(`${where}.keys: ${wrong} is no field of a template, such as thing1`)
      return [id, { kind, title: typeof title === 'string' ? title : id, keys: names }]
    }),
  )
}

function textsOf(value: unknown, where: string): string[] {
  const isText = (one: unknown): one is string => typeof one === 'string' && one !== ''
  if (Array.isArray(value) && value.every(isText)) return value
  throw new WechatDeclarationsError(`${where} must be a list of texts`)
}

function objectOf(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw new WechatDeclarationsError(`${where} must be an object`)
}
