import type { ReactNode } from 'react'
import { Button } from './button'
import { ErrorState } from './empty-state'
import { Notice } from './notice'
import { Skeleton } from './skeleton'

interface NotHereProps {
  /** in words why it can't be shown; null while it is on its way */
  readonly failure: string | null
  readonly retryWord?: string
  readonly onRetry: () => void
  readonly cards?: number
  readonly tall?: boolean
}

/** In place of something that is read and not here. */
export const NotHere = ({ failure, retryWord = '重试', onRetry, cards = 2, tall = false }: NotHereProps) =>
  failure === null ? (
    <Skeleton cards={cards} tall={tall} />
  ) : (
    <ErrorState words={failure} retryWord={retryWord} onRetry={onRetry} />
  )

interface List<T> {
  readonly rows: readonly T[]
  /** at least its first page */
  readonly here: boolean
  readonly more: boolean
  /** the next page is on its way */
  readonly opening: boolean
  readonly onMore: () => void
  /** the next page was asked for in vain */
  readonly stuck: boolean
  readonly failure: string | null
  readonly retryWord: string
  readonly onRetry: () => void
}

interface ListedProps<T> {
  readonly list: List<T>
  readonly children: (rows: readonly T[]) => ReactNode
  /** in place of an empty list */
  readonly empty: ReactNode
  readonly cards?: number
  readonly moreWord?: string
}

/** What every list shows besides its lines: that it comes, that it failed, that it is empty, that there is more. */
export const Listed = <T,>({
  list: { rows, here, more, opening, onMore, stuck, failure, retryWord, onRetry },
  children,
  empty,
  cards = 4,
  moreWord = '再看更早的',
}: ListedProps<T>) => {
  if (!here) return <NotHere failure={failure} retryWord={retryWord} onRetry={onRetry} cards={cards} />
  return (
    <>
      {rows.length === 0 && !more ? empty : children(rows)}
      {stuck && failure !== null && <Notice words={failure} />}
      {more && (
        <Button
          word={stuck ? '再试一次' : rows.length === 0 ? '接着找' : moreWord}
          kind="plain"
          busy={opening}
          busyWord="正在打开"
          onTap={onMore}
        />
      )}
    </>
  )
}
