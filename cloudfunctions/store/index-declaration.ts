/** An index as the deploy step and the local cloud create it: `field` ascending, `field:desc` descending. */
export interface IndexDeclaration {
  readonly name: string
  readonly fields: readonly string[]
  readonly unique?: true
}

/** A collection with its indexes; one that is only read by `_id` declares none. */
export interface CollectionDeclaration {
  readonly collection: string
  readonly indexes: readonly IndexDeclaration[]
}
