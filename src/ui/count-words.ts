interface FirstPage {
  readonly rows: readonly unknown[]
  readonly next: string | null
}

/** 「3 件」「20 件以上」, nothing before it is known: of a first page it is clear whether there is more, not how much. */
export const countWords = (page: FirstPage | undefined): string =>
  page ? `${String(page.rows.length)} 件${page.next === null ? '' : '以上'}` : ''
