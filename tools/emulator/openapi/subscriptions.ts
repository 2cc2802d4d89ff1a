import type { Sqlite } from '../store/sqlite'
import { numberOf, textOf } from '../store/sqlite'
import type { TemplateKind, WechatDeclarations } from './wechat-declarations'

/** WeChat's older documentation says 3, the newest up to 5. */
const TEMPLATES_PER_PROMPT = 3

const answers = ['accept', 'reject', 'ban', 'filter'] as const
export type Answer = (typeof answers)[number]
export const isAnswer = (value: unknown): value is Answer => answers.some((answer) => answer === value)

/** A prompt that `wx.requestSubscribeMessage` refuses, with its error code. */
export class PromptRefused extends Error {
  readonly errCode: number

  constructor(errCode: number, message: string) {
    super(`requestSubscribeMessage:fail ${message}`)
    this.errCode = errCode
  }
}

export interface Credit {
  readonly templateId: string
  readonly kind: TemplateKind
  /** Messages that may still be sent; null while a long-term subscription stands. */
  readonly remaining: number | null
}

/** What people agreed to receive: one message for each accepted ask, or any number by a long-term template. */
export class Subscriptions {
  readonly #db: Sqlite
  readonly #templates: WechatDeclarations['templates']

  constructor(db: Sqlite, { templates }: WechatDeclarations) {
    this.#db = db
    this.#templates = templates
  }

  kindOf(templateId: string): TemplateKind {
    return this.#templates?.get(templateId)?.kind ?? 'once'
  }

  /** What a tap on `wx.requestSubscribeMessage` does; who says nothing of a template accepts it. */
  prompt(
    env: string,
    openid: string,
    templateIds: readonly string[],
    said: ReadonlyMap<string, Answer>,
  ): Record<string, Answer> {
    this.#checkPrompt(templateIds)
    const titles = new Set<string>()
    const given = templateIds.map((id): [string, Answer] => {
      const title = this.#templates?.get(id)?.title ?? id
      const answer = titles.has(title) ? 'filter' : (said.get(id) ?? 'accept')
      titles.add(title)
      return [id, answer]
    })
    this.#db.transact(() => {
      for (const [id, answer] of given) this.#note(env, openid, id, answer)
    })
    return Object.fromEntries(given)
  }

  /** Takes one message; false when the person has not agreed to it. */
  spend(env: string, openid: string, templateId: string): boolean {
    return this.#db.transact(() => {
      const row = this.#db.get(
        'SELECT remaining, standing FROM credits WHERE env = ? AND openid = ? AND template = ?',
        env,
        openid,
        templateId,
      )
      if (this.kindOf(templateId) === 'long-term') return numberOf(row?.['standing']) === 1
      if (numberOf(row?.['remaining']) < 1) return false
      this.#db.run(
        'UPDATE credits SET remaining = remaining - 1 WHERE env = ? AND openid = ? AND template = ?',
        env,
        openid,
        templateId,
      )
      return true
    })
  }

  creditsOf(env: string, openid: string): Credit[] {
    return this.#db
      .all(
        'SELECT template, remaining, standing FROM credits WHERE env = ? AND openid = ? ORDER BY template',
        env,
        openid,
      )
      .map((row) => {
        const templateId = textOf(row['template'])
        const kind = this.kindOf(templateId)
        const standing = kind === 'long-term' && numberOf(row['standing']) === 1
        return {
          templateId,
          kind,
          remaining: standing ? null : kind === 'once' ? numberOf(row['remaining']) : 0,
        }
      })
  }

  #checkPrompt(ids: readonly string[]): void {
    if (ids.length === 0) throw new PromptRefused(10001, "TmplIds can't be empty")
    if (ids.length > TEMPLATES_PER_PROMPT) throw new PromptRefused(20003, 'Templates count out of max bounds')
    const unknownId = ids.find((id) => this.#templates?.has(id) === false)
    if (unknownId !== undefined)
      throw new PromptRefused(20001, `No template data return, verify the template id exist: ${unknownId}`)
    if (new Set(ids.map((id) => this.kindOf(id))).size > 1)
      throw new PromptRefused(20002, 'Templates type must be same')
  }

  #note(env: string, openid: string, templateId: string, answer: Answer): void {
    if (answer !== 'accept' && answer !== 'reject') return
    const longTerm = this.kindOf(templateId) === 'long-term'
    if (answer === 'reject' && !longTerm) return
    const accepted = answer === 'accept' ? 1 : 0
    const [remaining, column] = longTerm
      ? [0, `standing = ${String(accepted)}`]
      : [1, 'remaining = remaining + 1']
    this.#db.run(
      `INSERT INTO credits (env, openid, template, remaining, standing) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET ${column}`,
      env,
      openid,
      templateId,
      remaining,
      accepted - remaining,
    )
  }
}
