import type { CommonRefusal, Reply } from '#domain/contract/reply'

/** What a call comes to here: the server's reply, or no answer at all. */
export type Outcome<T, R extends string> = Reply<T, R> | { readonly kind: 'offline' }

export type Failure<R extends string> = Exclude<Outcome<never, R>, { readonly kind: 'ok' }>

/** Carries a call's failure through react-query's error channel. */
export class Unanswered extends Error {
  readonly failure: Failure<string>

  constructor(failure: Failure<string>) {
    super(failure.kind)
    this.failure = failure
  }
}

/** For queries: the value, or the failure thrown for the query to keep. */
export const valueOf = <T, R extends string>(outcome: Outcome<T, R>): T => {
  if (outcome.kind === 'ok') return outcome.value
  throw new Unanswered(outcome)
}

/** Sentences every feature needs; a feature adds its own codes. */
export const commonRefusalWords: Record<CommonRefusal, string> = {
  'bad-input': '有内容填写不完整，请检查后再提交。',
  'not-permitted': '这一步不由您办理，请返回查看最新进展。',
  'not-found': '没有找到这件事，可能已转到别处，请回首页查看。',
  stale: '刚刚有新的进展，已为您更新，请看过后再操作。',
  'key-reused': '这次提交和上一次不一致，请再点一次提交。',
  'consent-needed': '请先看过个人信息保护说明并同意，再办这件事。',
  'too-often': '操作太频繁了，请过一会儿再试。',
}

export const offlineWords = '网络不通，内容已保存，请重试。'

/** Where nothing was written that could be lost. */
export const unreachedWords = '网络不通，请检查网络后重试。'

export const faultWords = '系统暂时出错，没有提交成功，请稍后重试；一直不行请打 12345。'

export const notYoursWords = '这一页不由您办理，请回首页看您能办的事。'

/** One sentence for a page that could not be read. */
export const readFailureWords = (error: Error): string => {
  const failure = error instanceof Unanswered ? error.failure : null
  if (failure?.kind === 'offline') return unreachedWords
  // Nothing was written here: what is wrong is the address.
  if (failure?.kind === 'refused' && failure.code === 'bad-input') return '这个链接不完整，请从首页重新打开。'
  if (failure?.kind === 'refused' && failure.code === 'not-permitted') return notYoursWords
  if (failure?.kind === 'refused' && failure.code in commonRefusalWords)
    return commonRefusalWords[failure.code as CommonRefusal]
  return '暂时打不开，请稍后重试；一直不行请打 12345。'
}

const lasting: readonly string[] = ['not-found', 'not-permitted', 'bad-input']

/** The server's own no: no such thing, or not (any more) this reader's, or half an address. Asking again changes nothing. */
export const isRefused = (error: Error | null): boolean =>
  error instanceof Unanswered && error.failure.kind === 'refused' && lasting.includes(error.failure.code)

/** A call's failure in one sentence; `own` are the endpoint's own refusals, `offline` says what became of what was written. */
export const failureWords = <R extends string>(
  failure: Failure<R>,
  own: Readonly<Record<Exclude<R, CommonRefusal>, string>>,
  offline: string = offlineWords,
): string => {
  if (failure.kind === 'offline') return offline
  if (failure.kind === 'fault') return faultWords
  const words: Readonly<Record<string, string>> = { ...commonRefusalWords, ...own }
  return words[failure.code] ?? faultWords
}
