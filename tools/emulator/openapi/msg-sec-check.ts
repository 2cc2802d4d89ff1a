import { setTimeout as sleep } from 'node:timers/promises'
import { checkProblem } from './content-check'
import { detailOf, verdictOf } from './content-verdict'
import type { OpenApi } from './open-api'
import { newTraceId } from './trace-id'

const MAX_CHARACTERS = 2500
const SLOW_MS = 3000

/** Besides the markers of a verdict, `#outage#` fails the call and `#slow#` answers after 3 s. */
export const msgSecCheck: OpenApi = async (parameters, setting) => {
  const problem = checkProblem(parameters, setting)
  if (problem !== undefined) return problem
  const { content, title = '', nickname = '', signature = '' } = parameters
  if (typeof content !== 'string' || content === '') return { errcode: 44004, errmsg: 'empty content' }
  if (Array.from(content).length > MAX_CHARACTERS)
    return { errcode: 45002, errmsg: 'content size out of limit' }
  if (content.includes('#slow#')) await sleep(SLOW_MS)
  if (content.includes('#outage#')) return { errcode: -1, errmsg: 'system error' }
  const checked = [content, title, nickname, signature].map(String).join('\n')
  const verdict = verdictOf((marker) => checked.includes(marker))
  return {
    errcode: 0,
    errmsg: 'ok',
    result: verdict,
    detail: detailOf(verdict),
    trace_id: newTraceId(setting.now),
  }
}
