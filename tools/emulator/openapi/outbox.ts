export interface SentMessage {
  readonly env: string
  readonly at: string
  readonly touser: string
  readonly templateId: string
  readonly page: unknown
  readonly fields: unknown
}

const KEPT = 1000

/** The subscription messages that were sent, newest last; read at `GET /debug/outbox?env=`. */
export class Outbox {
  readonly #sent: SentMessage[] = []

  add(message: SentMessage): void {
    this.#sent.push(message)
    if (this.#sent.length > KEPT) this.#sent.shift()
  }

  of(env: string): SentMessage[] {
    return this.#sent.filter((message) => message.env === env)
  }
}
