import { useInfiniteQuery } from '@tanstack/react-query'
import type { Page } from '#domain/contract/page'
import { openTab } from './navigation'
import { isRefused, notYoursWords, readFailureWords, valueOf, type Outcome } from './outcome'
import { useReachBottom } from './page'

interface Source<P> {
  readonly key: readonly unknown[]
  readonly read: (cursor: string | null) => Promise<Outcome<P, string>>
}

/** A list that comes page by page; read again when the person's signal rises. */
export const usePages = <P extends Page<unknown>>({ key, read }: Source<P>) =>
  useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam }) => valueOf(await read(pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    meta: { live: true },
  })

const mostPages = 20

/** All rows of a list that is known to be short, page by page; at most twenty pages. */
export const everyRow = async <T>(read: Source<Page<T>>['read']): Promise<readonly T[]> => {
  const rows: T[] = []
  let cursor: string | null = null
  for (let page = 0; page < mostPages; page += 1) {
    const { rows: more, next }: Page<T> = valueOf(await read(cursor))
    rows.push(...more)
    if (next === null) break
    cursor = next
  }
  return rows
}

interface Query {
  readonly error: Error | null
  readonly refetch: () => Promise<unknown>
}

/** What a screen shows in place of something that is not here. */
export const readingOf = ({ error, refetch }: Query) => {
  const refused = isRefused(error)
  return {
    failure: error && readFailureWords(error),
    retryWord: refused ? '回首页' : '重试',
    onRetry: () => {
      if (refused) openTab('home')
      else void refetch()
    },
  }
}

/** The same where the page knows by itself that it is not this reader's. */
export const notYours = {
  failure: notYoursWords,
  retryWord: '回首页',
  onRetry: () => {
    openTab('home')
  },
}

/** What a screen shows of a list that is open to its end: scrolling there opens more. */
export const useEndless = <T>(query: ReturnType<typeof usePages<Page<T>>>) => {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query
  const onMore = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  useReachBottom(onMore)
  return {
    rows: data?.pages.flatMap((page) => page.rows) ?? [],
    here: data !== undefined,
    more: hasNextPage,
    opening: isFetchingNextPage,
    onMore,
    stuck: isFetchNextPageError,
    ...readingOf(query),
  }
}
