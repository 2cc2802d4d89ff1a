import type { EndpointName } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'

import { lookInto, type Look } from './place'

/** A look that was begun before it was known who asks; who may see it is decided once that is known. */
export interface Ahead {
  readonly channel: Id<'channel'>
  readonly look: Promise<Look | null>
}

const names = (input: unknown): input is { readonly channel: Id<'channel'> } =>
  typeof input === 'object' && input !== null && 'channel' in input && typeof input.channel === 'string'

/** The channel of an endpoint's (checked) input, read while the caller is being recognised: it costs no trip of its own. */
export const lookAhead = (endpoint: EndpointName, input: unknown): Ahead | undefined => {
  if (!endpoint.startsWith('channel.') || !names(input)) return undefined
  const look = lookInto(input.channel)
  // Whoever enters is told of a failure; for a caller who is turned away nobody waits for it.
  look.catch(() => null)
  return { channel: input.channel, look }
}
