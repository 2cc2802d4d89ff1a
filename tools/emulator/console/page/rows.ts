import type { Child } from './dom'
import { arrange, h } from './dom'

export interface Column<Row> {
  readonly label: string
  readonly of: (row: Row) => Child
  readonly kind?: 'number' | 'code' | 'wide'
}
export interface RowsOptions<Row> {
  /** Names the grid of the stylesheet. */
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  readonly empty: string
  readonly onOpen: (row: Row, isOpen: boolean) => void
  /** What stands below the open row. */
  readonly detail?: (row: Row, more: unknown) => Node
  readonly actions?: (row: Row) => Node
}

/** A list of rows to open. What did not change keeps its elements, so focus and selection survive a refresh. */
export class Rows<Row> {
  readonly element: HTMLElement
  readonly #list = h('ul', { class: 'rows' })
  readonly #empty: HTMLElement
  readonly #options: RowsOptions<Row>
  #shown = new Map<string, { signature: string; element: HTMLElement }>()

  constructor(options: RowsOptions<Row>) {
    this.#options = options
    this.#empty = h('p', { class: 'empty' }, 'Loading …')
    const labels = options.columns.map(({ label, kind }) => h('span', { class: cellClass(kind) }, label))
    this.element = h(
      'div',
      { class: `table table-${options.name}` },
      h('div', { class: 'columns', 'aria-hidden': 'true' }, ...labels),
      this.#list,
      this.#empty,
    )
    this.element.classList.add('is-empty')
  }

  /** `more` is handed to the detail of the open row. */
  show(rows: readonly Row[], open: string, more?: unknown): void {
    const focused = document.activeElement?.closest('li')?.dataset['key']
    const next = new Map<string, { signature: string; element: HTMLElement }>()
    for (const row of rows) {
      const key = this.#options.keyOf(row)
      const isOpen = key === open
      const signature = JSON.stringify([row, isOpen, isOpen ? more : null])
      const known = this.#shown.get(key)
      next.set(
        key,
        known?.signature === signature ? known : { signature, element: this.#row(row, key, isOpen, more) },
      )
    }
    const lostFocus =
      focused !== undefined && next.get(focused)?.element !== this.#shown.get(focused)?.element
    this.#shown = next
    arrange(
      this.#list,
      [...next.values()].map(({ element }) => element),
    )
    if (lostFocus) next.get(focused)?.element.querySelector('button')?.focus()
    this.#empty.textContent = this.#options.empty
    this.element.classList.toggle('is-empty', rows.length === 0)
  }

  #row(row: Row, key: string, isOpen: boolean, more: unknown): HTMLElement {
    const { columns, detail, actions, onOpen } = this.#options
    const cells = columns.map(({ label, of, kind }) => {
      const content = of(row)
      const blank = content === '' ? ' blank' : ''
      return h(
        'span',
        { class: cellClass(kind) + blank },
        h('span', { class: 'label' }, `${label} `),
        content,
      )
    })
    const head = h(
      'button',
      {
        type: 'button',
        class: 'row-head',
        ...(detail && { 'aria-expanded': String(isOpen) }),
        click: () => {
          onOpen(row, isOpen)
        },
      },
      ...cells,
    )
    return h(
      'li',
      { 'data-key': key, class: isOpen ? 'open' : '' },
      h('div', { class: 'row-line' }, head, actions?.(row)),
      isOpen && detail ? h('div', { class: 'detail' }, detail(row, more)) : null,
    )
  }
}

const cellClass = (kind: Column<never>['kind']): string => (kind === undefined ? 'cell' : `cell ${kind}`)
