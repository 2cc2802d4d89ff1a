import { randomUUID } from 'node:crypto'

/**
 * The service's own words for what went wrong. wx-server-sdk 4.0.2 turns those in its TCB_ERR_CODE table
 * into numbers (DATABASE_COLLECTION_NOT_EXIST is -502005) and every other one into -501001 with the message.
 */
export type FaultCode =
  | 'SYS_ERR'
  | 'INVALID_PARAM'
  | 'INVALIID_ENV'
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_INVALID_OPERRATOR'
  | 'DATABASE_PERMISSION_DENIED'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL'
  | 'STORAGE_REQUEST_FAIL'
  | 'STORAGE_EXCEED_AUTHORITY'
  | 'STORAGE_FILE_NONEXIST'
  | 'STORAGE_FILE_TOO_LARGE'
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTIONS_PAYLOAD_TOO_LARGE'
  | 'PERMISSION_DENIED'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN_ORIGIN'
  | 'MALFORMED_REQUEST'
  | 'NOT_FOUND'

export class CloudFault extends Error {
  readonly code: FaultCode

  constructor(code: FaultCode, message: string) {
    super(message)
    this.name = 'CloudFault'
    this.code = code
  }
}

export interface FaultReply {
  readonly code: FaultCode
  readonly message: string
  readonly requestId: string
}

export const newRequestId = (): string => randomUUID()

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export function faultReply(error: unknown, requestId: string): FaultReply {
  const code = error instanceof CloudFault ? error.code : 'SYS_ERR'
  return { code, message: messageOf(error), requestId }
}
