/** Elder people hear slowly: below the usual pace. */
const PACE = 0.9

export const speaks: boolean = 'speechSynthesis' in window

export const speak = (words: string, onEnd: () => void): (() => void) => {
  const utterance = new SpeechSynthesisUtterance(words)
  utterance.lang = 'zh-CN'
  utterance.rate = PACE
  utterance.onend = onEnd
  // No voice for the language, or stopped by another page: over as well.
  utterance.onerror = onEnd
  window.speechSynthesis.cancel()
  window.speechSynthesis.speak(utterance)
  return () => {
    window.speechSynthesis.cancel()
  }
}
