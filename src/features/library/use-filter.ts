import { useEffect, useState } from 'react'
import type { ArticleTopic } from '#domain/article'
import type { Id } from '#domain/kernel/id'
import { noFilter, type Filter } from './queries'

/** milliseconds without a keystroke: then the words are looked for */
const TYPED = 400

/** What is typed now, and what is looked for. */
export const useFilter = () => {
  const [filter, setFilter] = useState<Filter>(noFilter)
  const [typed, setTyped] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => {
      setFilter((now) => (now.words === typed.trim() ? now : { ...now, words: typed.trim() }))
    }, TYPED)
    return () => {
      clearTimeout(timer)
    }
  }, [typed])
  return {
    filter,
    narrowed: filter.words !== '' || filter.trade !== null || filter.topic !== null,
    clear: () => {
      setTyped('')
      setFilter(noFilter)
    },
    fields: {
      words: typed,
      onWords: setTyped,
      trade: filter.trade,
      onTrade: (trade: Id<'trade'> | null) => {
        setFilter((now) => ({ ...now, trade }))
      },
      topic: filter.topic,
      onTopic: (topic: ArticleTopic | null) => {
        setFilter((now) => ({ ...now, topic }))
      },
    },
  }
}
