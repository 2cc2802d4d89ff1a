import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ArticleStatus, ArticleTopic } from '#domain/article'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { valueOf } from '../../platform/outcome'
import { usePages } from '../../platform/use-pages'

export interface Filter {
  readonly words: string
  readonly trade: Id<'trade'> | null
  readonly topic: ArticleTopic | null
}
export const noFilter: Filter = { words: '', trade: null, topic: null }

export const useArticles = (filter: Filter) =>
  usePages({
    key: ['library', 'list', filter],
    read: (cursor) => call('article.list', { ...filter, cursor }),
  })

export const useArticle = (id: Id<'article'>, edition: number | null) =>
  useQuery({
    queryKey: ['library', 'article', id, edition],
    queryFn: async () => valueOf(await call('article.read', { id, edition })),
  })

export const useDrafts = (status: ArticleStatus['kind']) =>
  usePages({
    key: ['library', 'drafts', status],
    read: (cursor) => call('article.drafts', { status, cursor }),
  })

export const useDraft = (id: Id<'article'> | null) =>
  useQuery({
    queryKey: ['library', 'draft', id],
    enabled: id !== null,
    queryFn: async () => valueOf(await call('article.draft', { id: id as Id<'article'> })),
    // Read anew by one's own changes alone: what is being written is not written over.
    staleTime: Infinity,
    gcTime: 0,
  })

export const usePrefill = (channel: Id<'channel'>, seq: number) =>
  useQuery({
    queryKey: ['library', 'prefill', channel, seq],
    queryFn: async () => valueOf(await call('article.prefill', { channel, seq })),
    staleTime: Infinity,
  })

export const useCanned = (channel: Id<'channel'> | null, topic: ArticleTopic | null) =>
  usePages({
    key: ['library', 'canned', channel, topic],
    read: (cursor) => call('cannedAnswer.list', { channel, topic, cursor }),
  })

/** After a change: what is shown of the library is read again. */
export const useLibraryChanged = () => {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['library'] })
}
