export interface Page<T> {
  readonly rows: readonly T[]
  /** hand back to get the next page; null at the end */
  readonly next: string | null
}
