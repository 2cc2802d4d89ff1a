import { useInfiniteQuery } from '@tanstack/react-query'
import type { Page } from '#domain/contract/page'
import { openTab } from './navigation'
import { isRefused, readFailureWords, valueOf, type Outcome } from './outcome'
import { useReachBottom } from './page'

interface Source<T> {
  readonly key: readonly unknown[]
  readonly read: (cursor: string | null) => Promise<Outcome<Page<T>, string>>
}

/** A list that comes page by page; read again when the person's signal rises. */
export const usePages = <T>({ key, read }: Source<T>) =>
  useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam }) => valueOf(await read(pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    meta: { live: true },
  })

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

/** What a screen shows of a list that is open to its end: scrolling there opens more. */
export const useEndless = <T>(query: ReturnType<typeof usePages<T>>) => {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query
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
    ...readingOf(query),
  }
}
