import { useQuery } from '@tanstack/react-query'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { valueOf } from '../../platform/outcome'
import { everyRow, usePages } from '../../platform/use-pages'
import { spanOf, type Sought } from './sought'

export const useFiles = (channel: Id<'channel'>, kind: 'images' | 'file' | 'article') =>
  usePages({
    key: ['channel-files', channel, kind],
    read: (cursor) => call('channel.files', { channel, kind, cursor }),
  })

export const useFound = (channel: Id<'channel'>, { words, by, from, to }: Sought) =>
  usePages({
    key: ['channel-search', channel, words, by?.id ?? null, from, to],
    read: (cursor) =>
      call('channel.search', { channel, words, by: by?.id ?? null, ...spanOf({ from, to }), cursor }),
  })

/** As what the reader is in the channel, and who its head is. */
export const useChannelHead = (channel: Id<'channel'>) =>
  useQuery({
    queryKey: ['channel-head', channel],
    queryFn: async () => valueOf(await call('channel.open', { channel, at: null })).head,
  })

export const useMembers = (channel: Id<'channel'>) =>
  usePages({
    key: ['channel-members', channel],
    read: (cursor) => call('channel.members', { channel, cursor }),
  })

/** All of them at once, to be searched by name: a head has some 134 shops. */
export const useEveryMember = (channel: Id<'channel'>) =>
  useQuery({
    queryKey: ['channel-members', channel, 'all'],
    queryFn: () => everyRow((cursor) => call('channel.members', { channel, cursor })),
    staleTime: 60_000,
  })

export const useQuestions = () =>
  usePages({ key: ['questions'], read: (cursor) => call('question.list', { cursor }) })
