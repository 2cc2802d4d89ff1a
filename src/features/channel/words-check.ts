import { messageLimits } from '#domain/message'

/** What the server would refuse of a text, said before it is sent. */
export const checkSubmittedWords = (words: string): 'words-missing' | 'words-too-long' | null => {
  if (words.trim() === '') return 'words-missing'
  return Array.from(words).length > messageLimits.words ? 'words-too-long' : null
}
