import type { Outbox } from './outbox'

export interface OpenApiSetting {
  readonly env: string
  readonly outbox: Outbox
  readonly now: number
}
export interface OpenApiAnswer {
  readonly errcode: number
  readonly errmsg: string
  readonly [field: string]: unknown
}
/** A stand-in for one WeChat api; parameters arrive in snake_case as on WeChat's servers. */
export type OpenApi = (
  parameters: Readonly<Record<string, unknown>>,
  setting: OpenApiSetting,
) => OpenApiAnswer
