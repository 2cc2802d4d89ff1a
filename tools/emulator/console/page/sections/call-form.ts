import { Refusal, post } from '../ask'
import { fill, h } from '../dom'
import { jsonView } from '../json-view'

/** What was typed outlives a change of section, not a reload. */
const typed = new Map<string, { event: string; openid: string }>()

/** Calls a function as a person would, with an event of JSON. */
export class CallForm {
  readonly name: string
  readonly element: HTMLFormElement
  readonly #event: HTMLTextAreaElement
  readonly #openid: HTMLInputElement
  readonly #people = h('datalist', { id: 'people' })
  readonly #answer = h('div', { 'aria-live': 'polite' })
  #env = ''

  constructor(name: string) {
    this.name = name
    this.#event = h('textarea', { rows: '3', spellcheck: 'false', class: 'code' })
    this.#event.value = typed.get(name)?.event ?? '{}'
    this.#openid = h('input', { list: 'people', autocomplete: 'off', spellcheck: 'false', class: 'code' })
    this.#openid.value = typed.get(name)?.openid ?? ''
    const submit = (event: Event): void => {
      event.preventDefault()
      void this.#call()
    }
    this.element = h(
      'form',
      { class: 'call', submit },
      h('label', { class: 'field grow' }, 'Event (JSON)', this.#event),
      h('label', { class: 'field' }, 'Caller’s openid', this.#openid),
      this.#people,
      h('button', { class: 'primary' }, `Call ${name}`),
      this.#answer,
    )
    this.#event.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.element.requestSubmit()
    })
  }

  /** Whom the calls below came from can be chosen as the caller. */
  show(env: string, people: readonly string[]): void {
    this.#env = env
    const names = [...new Set(people)]
    fill(this.#people, ...names.map((value) => h('option', { value })))
    if (this.#openid.value === '' && document.activeElement !== this.#openid)
      this.#openid.value = names[0] ?? 'local-person'
  }

  async #call(): Promise<void> {
    const [event, openid] = [this.#event.value, this.#openid.value.trim()]
    typed.set(this.name, { event, openid })
    const started = performance.now()
    try {
      const body = parse(event)
      fill(this.#answer, h('p', { class: 'dim' }, 'Running …'))
      const answer = (await post(`/call/${encodeURIComponent(this.name)}`, body, {
        'x-local-openid': openid,
        'x-local-env': this.#env,
      })) as { result: unknown }
      const took = `Answered in ${String(Math.round(performance.now() - started))} ms`
      fill(this.#answer, h('p', { class: 'good' }, took), jsonView(answer.result))
    } catch (error) {
      fill(this.#answer, ...failure(error))
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`The event is not JSON: ${error instanceof Error ? error.message : ''}`, { cause: error })
  }
}

function failure(error: unknown): HTMLElement[] {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof Refusal)) return [h('p', { class: 'bad' }, message)]
  return [h('p', { class: 'bad' }, error.code), h('pre', { class: 'log' }, message)]
}
