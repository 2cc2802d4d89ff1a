import type { Place } from './place'

/** One of the page's parts while it is open. */
export interface OpenSection {
  readonly element: HTMLElement
  /** Reads what the place asks for and shows it. What it throws is shown above. */
  readonly refresh: (place: Place) => Promise<void>
}
export interface Section {
  readonly name: string
  readonly title: string
  readonly open: () => OpenSection
}
