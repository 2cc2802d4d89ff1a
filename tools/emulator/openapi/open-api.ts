import type { Wechat } from './wechat'

export interface OpenApiSetting {
  readonly env: string
  /** The person the calling function runs for. */
  readonly caller: string | undefined
  readonly now: number
  readonly wechat: Wechat
}
export interface OpenApiAnswer {
  readonly errcode: number
  readonly errmsg: string
  readonly [field: string]: unknown
}
export interface OpenApiImage {
  readonly contentType: string
  readonly bytes: Buffer
}
export const isImage = (reply: OpenApiAnswer | OpenApiImage): reply is OpenApiImage =>
  Buffer.isBuffer(reply['bytes'])

/** Parameters arrive in snake_case as on WeChat's servers. */
export type Parameters = Readonly<Record<string, unknown>>
/** A stand-in for one WeChat api. */
export type OpenApi = (
  parameters: Parameters,
  setting: OpenApiSetting,
) => OpenApiAnswer | OpenApiImage | Promise<OpenApiAnswer>
