import { CloudFault } from '../fault'
import type { Document } from '../engine/ejson'
import { decodeDocument } from '../engine/ejson'

/** An action's body as the SDK sends it. */
export type Body = Readonly<Record<string, unknown>>

export function text(body: Body, field: string): string {
  const value = body[field]
  if (typeof value !== 'string' || value === '')
    throw new CloudFault('INVALID_PARAM', `${field} must be a text`)
  return value
}

export function optionalText(body: Body, field: string): string | undefined {
  const value = body[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Documents, queries and orders travel as strings of EJSON; an absent one is empty. */
export function ejson(body: Body, field: string): Document {
  const value = body[field]
  if (value === undefined || value === null) return {}
  if (typeof value !== 'string') throw new CloudFault('INVALID_PARAM', `${field} must be a string of EJSON`)
  return decodeDocument(value)
}

export function count(body: Body, field: string, missing: number, most: number): number {
  const value = body[field]
  if (value === undefined || value === null) return missing
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new CloudFault('INVALID_PARAM', `${field} must be a natural number`)
  return Math.min(value, most)
}

export function list(body: Body, field: string): readonly unknown[] {
  const value = body[field]
  if (!Array.isArray(value)) throw new CloudFault('INVALID_PARAM', `${field} must be a list`)
  return value
}
