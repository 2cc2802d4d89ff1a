import { become, refuse, type Decision } from './kernel/result'

/** characters of what is written down at a guidance item, a visit or a hardship */
export const careWords = 300

export type CareWordsRefusal = 'words-missing' | 'words-too-long'

export const checkCareWords = (given: string): Decision<string, CareWordsRefusal> => {
  const words = given.trim()
  if (words === '') return refuse('words-missing')
  if (Array.from(words).length > careWords) return refuse('words-too-long', { most: careWords })
  return become(words)
}
