/** Elder people hear slowly: below the usual pace. */
const PACE = 0.9

export const speaks = 'speechSynthesis' in window

/** One utterance a line: browsers break long ones off. A stopped reading says nothing of its end. */
export const speak = (lines: readonly string[], onEnd: () => void): (() => void) => {
  let going = true
  window.speechSynthesis.cancel()
  const sayFrom = (at: number): void => {
    const line = lines[at]
    if (!going) return
    if (line === undefined) {
      onEnd()
      return
    }
    const utterance = new SpeechSynthesisUtterance(line)
    utterance.lang = 'zh-CN'
    utterance.rate = PACE
    utterance.onend = () => {
      sayFrom(at + 1)
    }
    // No voice for the language: over as well.
    utterance.onerror = () => {
      if (going) onEnd()
      going = false
    }
    window.speechSynthesis.speak(utterance)
  }
  sayFrom(0)
  return () => {
    going = false
    window.speechSynthesis.cancel()
  }
}
