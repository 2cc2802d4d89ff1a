export interface Row {
  readonly measure: string
  readonly unit: string
  readonly value: number
  /** The target: at most this, or at least `least`; without either the row is there to compare with. */
  readonly most?: number
  readonly least?: number
}

const held = ({ value, most, least }: Row): boolean =>
  (most === undefined || value <= most) && (least === undefined || value >= least)

const rounded = (value: number): string =>
  Number.isInteger(value) || value >= 100 ? value.toFixed(0) : value.toFixed(2)

function cells(row: Row): string[] {
  const { measure, unit, value, most, least } = row
  const target = most ?? least
  const limit =
    target === undefined ? '' : `${most === undefined ? '≥' : '≤'} ${rounded(target)} ${unit}`.trim()
  const ratio = target === undefined || target === 0 ? '' : (value / target).toFixed(2)
  const ok = target === undefined ? '' : held(row) ? 'ok' : 'MISSED'
  return [measure, `${rounded(value)} ${unit}`.trim(), limit, ratio, ok]
}

/** Prints measure, value, target, value / target and whether it holds; false when a target is missed. */
export function printTable(rows: readonly Row[]): boolean {
  const lines = [['measure', 'value', 'target', 'ratio', 'ok'], ...rows.map(cells)]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  for (const line of lines) {
    const text = line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
    process.stdout.write(`${text.trimEnd()}\n`)
  }
  return rows.every(held)
}
