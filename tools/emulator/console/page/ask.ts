/** What a door answered in place of a result. */
export class Refusal extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** A reader waits no longer for what is only looked at. */
const PATIENCE_MS = 15_000

type Parameters = Readonly<Record<string, string>>

/** The JSON at a door. Empty parameters are left out. */
export async function ask(
  path: string,
  parameters: Parameters = {},
  init: RequestInit = {},
): Promise<unknown> {
  const given = Object.entries(parameters).filter(([, value]) => value !== '')
  const search = new URLSearchParams(given).toString()
  const answer = await fetch(search === '' ? path : `${path}?${search}`, {
    ...init,
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  return readAnswer(answer)
}

export async function post(path: string, body: unknown, headers: Parameters = {}): Promise<unknown> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return readAnswer(answer)
}

async function readAnswer(answer: Response): Promise<unknown> {
  const json: unknown = await answer.json()
  if (typeof json === 'object' && json !== null && 'error' in json && isFault(json.error))
    throw new Refusal(json.error.code, json.error.message)
  if (!answer.ok) throw new Refusal(String(answer.status), answer.statusText)
  return json
}

const isFault = (error: unknown): error is { code: string; message: string } =>
  typeof error === 'object' && error !== null && 'code' in error && 'message' in error

export const wordsOf = (error: unknown): string =>
  error instanceof Refusal
    ? `${error.code}: ${error.message}`
    : error instanceof Error
      ? error.message
      : String(error)
