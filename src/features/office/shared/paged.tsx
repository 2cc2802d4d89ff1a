import type { ReactNode } from 'react'
import type { Page } from '#domain/contract/page'
import type { Outcome } from '../../../platform/outcome'
import { useEndless, usePages as usePagesOf } from '../../../platform/use-pages'
import { Listed } from '../../../ui/listed'

interface Source<T> {
  readonly key: readonly unknown[]
  readonly read: (cursor: string | null) => Promise<Outcome<Page<T>, string>>
}

/** A list of the office; every act of the office has it read again. */
export const usePages = <T,>({ key, read }: Source<T>) => usePagesOf({ key: ['office', ...key], read })

interface Props<T> {
  readonly pages: ReturnType<typeof usePages<T>>
  readonly children: (rows: readonly T[]) => ReactNode
  /** shown in place of an empty list */
  readonly empty: ReactNode
  readonly moreWord?: string
}

export const Paged = <T,>({ pages, moreWord = '再看更多', ...rest }: Props<T>) => (
  <Listed list={useEndless(pages)} moreWord={moreWord} {...rest} />
)
