import { Chip, type Tone } from './chip'
import type { IconName } from './icon'
import { RowLine } from './rows'

interface Props {
  readonly title: string
  /** of the first page; null while it is on its way */
  readonly page: { readonly rows: readonly unknown[]; readonly next: string | null } | null
  /** in words why it can't be shown */
  readonly failure: string | null
  readonly retryWord?: string
  readonly onRetry: () => void
  readonly nothing: string
  /** what whoever has something waiting should know */
  readonly note: string
  readonly chip: { readonly tone: Tone; readonly icon: IconName; readonly word: string } | null
  readonly onOpen: () => void
}

/** 「3 件」「20 件以上」: of a first page it is clear whether there is more, not how much. */
export const countWords = (count: number, more: boolean): string => `${String(count)} 件${more ? '以上' : ''}`

/** How many things of a kind wait, and the way to them; a number that can't be read says why and is read again. */
export const WaitingLine = ({ title, page, failure, onRetry, nothing, note, chip, onOpen }: Props) => {
  const name = page ? `${title} ${countWords(page.rows.length, page.next !== null)}` : title
  const state = page ? (page.rows.length === 0 ? nothing : note) : (failure ?? '正在打开')
  return (
    <RowLine
      title={name}
      note={state}
      label={`${name}，${state}`}
      aside={page && page.rows.length > 0 && chip ? <Chip {...chip} /> : null}
      onTap={page || failure === null ? onOpen : onRetry}
    />
  )
}
