import { CloudFault } from '../fault'
import type { Document, Value } from '../engine/ejson'
import { isDocument } from '../engine/ejson'
import { fieldValues } from '../engine/field-values'
import type { NearCondition } from '../engine/geo/geo-query'
import { distanceTo, nearPoint } from '../engine/geo/geo-query'
import { readShape } from '../engine/geo/shape'
import { geoField } from '../engine/index-scan'
import { refuseNear } from '../engine/query'
import type { Collection } from './collection'
import type { Examined } from './found'
import { everything, findDocuments } from './find'
import { withField } from './lookup'

interface GeoNear {
  readonly near: NearCondition
  readonly path: string
  readonly query: Document
  readonly distanceField: string
  readonly includeLocs: string | undefined
  readonly multiplier: number
  readonly limit: number
}

const fail = (message: string): CloudFault => new CloudFault('DATABASE_INVALID_OPERRATOR', message)

/** The stage `$geoNear`: documents by distance, which is written into them; `most` is what later stages can use. */
export function geoNear(collection: Collection, stage: Value, most: number, examined: Examined): Document[] {
  const asked = readStage(collection, stage)
  const { near, path } = asked
  const condition = {
    $nearSphere: {
      $geometry: { type: 'Point', coordinates: [near.position.lng, near.position.lat] },
      $minDistance: near.minDistance,
      ...(near.maxDistance !== Infinity && { $maxDistance: near.maxDistance }),
    },
  }
  const query = { $and: [asked.query, { [path]: condition }] }
  const limit = Math.min(asked.limit, most)
  return findDocuments(collection, { ...everything, query, limit }, examined).map(({ document }) =>
    measured(document, asked),
  )
}

function measured(
  document: Document,
  { near, path, distanceField, includeLocs, multiplier }: GeoNear,
): Document {
  const [nearest] = fieldValues(document, path)
    .flatMap((value) => {
      const shape = readShape(value)
      const metres = typeof shape === 'string' ? undefined : distanceTo(near, [shape])
      return metres === undefined ? [] : [{ value, metres }]
    })
    .sort((a, b) => a.metres - b.metres)
  if (nearest === undefined) return document
  const withDistance = withField(document, distanceField, nearest.metres * multiplier)
  return includeLocs === undefined ? withDistance : withField(withDistance, includeLocs, nearest.value)
}

function readStage(collection: Collection, stage: Value): GeoNear {
  if (!isDocument(stage)) throw fail('$geoNear expects an object')
  const { near, key, query = {}, distanceField, includeLocs, distanceMultiplier = 1 } = stage
  if (typeof distanceField !== 'string' || distanceField === '') throw fail('$geoNear needs a distanceField')
  if (!isDocument(query)) throw fail('$geoNear: query must be an object')
  refuseNear(query)
  if (typeof distanceMultiplier !== 'number') throw fail('$geoNear: distanceMultiplier must be a number')
  const limit = stage['limit'] ?? stage['num']
  if (limit !== undefined && !(typeof limit === 'number' && limit >= 0))
    throw fail('$geoNear: limit must be a number')
  return {
    near: nearPoint(near, stage['minDistance'], stage['maxDistance']),
    path: typeof key === 'string' ? key : onlyGeoField(collection),
    query,
    distanceField,
    includeLocs: typeof includeLocs === 'string' ? includeLocs : undefined,
    multiplier: distanceMultiplier,
    limit: typeof limit === 'number' ? limit : Infinity,
  }
}

function onlyGeoField(collection: Collection): string {
  const paths = new Set(
    collection.indexes.flatMap(({ definition }) => geoField(definition)?.field.path ?? []),
  )
  const [path, ...others] = paths
  if (path === undefined)
    throw new CloudFault('DATABASE_REQUEST_FAILED', '$geoNear requires a geo index, but there is none')
  if (others.length > 0) throw fail('there is more than one geo index: $geoNear needs a key')
  return path
}
