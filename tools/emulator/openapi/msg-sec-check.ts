import type { OpenApi, OpenApiAnswer } from './open-api'

const MAX_CHARACTERS = 2500

/** Content passes, unless it holds `#risky#`, `#review#` or `#outage#`: so each answer of the real check can be had at will. */
export const msgSecCheck: OpenApi = ({ content }) => {
  if (typeof content !== 'string' || content === '') return { errcode: 44004, errmsg: 'empty content' }
  if (Array.from(content).length > MAX_CHARACTERS)
    return { errcode: 45002, errmsg: 'content size out of limit' }
  if (content.includes('#outage#')) return { errcode: -1, errmsg: 'system error' }
  if (content.includes('#risky#')) return verdict('risky', 20001)
  return content.includes('#review#') ? verdict('review', 20001) : verdict('pass', 100)
}

const verdict = (suggest: string, label: number): OpenApiAnswer => ({
  errcode: 0,
  errmsg: 'ok',
  result: { suggest, label },
  detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
})
