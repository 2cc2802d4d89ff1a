import type { Child } from './dom'
import { h } from './dom'
import { choose } from './place'

/** The field that `/` goes to. */
export function filterField(
  label: string,
  name: string,
): { element: HTMLElement; show: (text: string) => void } {
  const input = h('input', {
    type: 'search',
    'data-filter': true,
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: '/',
    change: () => {
      choose({ [name]: input.value.trim(), open: '', after: '' })
    },
  })
  return {
    element: h('label', { class: 'field' }, label, input),
    show: (text) => {
      if (document.activeElement !== input) input.value = text
    },
  }
}

export const button = (
  label: string,
  click: () => void,
  attributes: Record<string, string> = {},
): HTMLElement => h('button', { type: 'button', click, ...attributes }, label)

/** First and next page. There is no "previous": the browser's back is. */
export class Pager {
  readonly element = h('div', { class: 'pager' })

  show(next: string | null, isFirst: boolean, ...words: readonly Child[]): void {
    this.element.replaceChildren(
      h('span', { class: 'dim' }, ...words),
      ...(isFirst
        ? []
        : [
            button('First page', () => {
              choose({ after: '', open: '' })
            }),
          ]),
      ...(next === null
        ? []
        : [
            button(
              'Next page',
              () => {
                choose({ after: next, open: '' })
                scrollTo(0, 0)
              },
              { 'data-next': '' },
            ),
          ]),
    )
  }
}
