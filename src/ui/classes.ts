type Sheet = Readonly<Record<string, string>>

/** Looks class names up in a css module, dropping those that don't apply. */
export const classes =
  (sheet: Sheet) =>
  (...names: readonly (string | false)[]): string =>
    names.flatMap((name) => (name === false ? [] : [sheet[name] ?? name])).join(' ')
