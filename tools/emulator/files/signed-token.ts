import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export interface Grant {
  readonly use: 'put' | 'get'
  readonly env: string
  readonly path: string
  readonly until: number
}

/** Tokens of this process: what they grant stands in them, signed. */
export class SignedTokens {
  readonly #secret = randomBytes(32)

  sign(grant: Grant): string {
    const payload = Buffer.from(JSON.stringify(grant)).toString('base64url')
    return `${payload}.${this.#mac(payload).toString('base64url')}`
  }

  read(token: string, use: Grant['use'], now: number): Grant | undefined {
    const [payload = '', mac = ''] = token.split('.')
    const given = Buffer.from(mac, 'base64url')
    const expected = this.#mac(payload)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
    const grant = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Grant
    return grant.use === use && now < grant.until ? grant : undefined
  }

  #mac(payload: string): Buffer {
    return createHmac('sha256', this.#secret).update(payload).digest()
  }
}
