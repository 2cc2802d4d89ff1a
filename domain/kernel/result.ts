/** What a rule answers: the thing as it becomes, or an expected no with a closed code. Rules never throw for a no. */
export type Decision<T, R extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: R; readonly detail?: RefusalDetail }

/** Facts a refusal sentence needs: plain values only, never words for people. */
export type RefusalDetail = Readonly<Record<string, string | number>>

export const become = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const refuse = <R extends string>(
  code: R,
  detail?: RefusalDetail,
): { readonly ok: false; readonly code: R; readonly detail?: RefusalDetail } =>
  detail === undefined ? { ok: false, code } : { ok: false, code, detail }
