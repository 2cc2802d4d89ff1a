import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { usePages } from '../../platform/use-pages'

export const useFiles = (channel: Id<'channel'>, kind: 'images' | 'file' | 'article') =>
  usePages({
    key: ['channel-files', channel, kind],
    read: (cursor) => call('channel.files', { channel, kind, cursor }),
  })

/** Nothing is asked before there are words. */
export const useFound = (channel: Id<'channel'>, words: string) =>
  usePages({
    key: ['channel-search', channel, words],
    read: (cursor) => call('channel.search', { channel, words, by: null, from: null, to: null, cursor }),
  })

export const useMembers = (channel: Id<'channel'>) =>
  usePages({
    key: ['channel-members', channel],
    read: (cursor) => call('channel.members', { channel, cursor }),
  })

export const useQuestions = () =>
  usePages({ key: ['questions'], read: (cursor) => call('question.list', { cursor }) })
