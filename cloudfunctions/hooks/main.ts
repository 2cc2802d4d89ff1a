import { invocation } from '../cloud/invocation'

/** WeChat's callbacks' door. Nothing we sent asks for one yet, so every message is unknown and changes nothing. */
export const main = () => {
  const { source } = invocation()
  if (source === 'person') return { refused: 'not-permitted' }
  return { refused: 'not-found' }
}
