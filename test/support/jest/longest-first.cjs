const Sequencer = require('@jest/test-sequencer').default

/** Milliseconds that a file of the folder is taken to last until it was timed: the long ones must not come last. */
const guesses = { journey: 40_000, weapp: 15_000, conformance: 20_000, 'use-cases': 5_000, emulator: 5_000 }
const killLoop = 20_000

const lasts = ({ path, duration, context }) =>
  duration ?? (path.includes('kill-loop') ? killLoop : (guesses[context.config.displayName?.name] ?? 0))

/** Jest's own order starts untimed files by their size, which says little about a journey's length. */
class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => lasts(other) - lasts(one))
  }
}

module.exports = LongestFirst
