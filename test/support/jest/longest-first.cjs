const Sequencer = require('@jest/test-sequencer').default

/** Milliseconds that a file of the folder is taken to last until it was timed: the long ones must not come last. */
const guesses = {
  ...{ journey: 30_000, conformance: 20_000, weapp: 15_000, client: 15_000 },
  ...{ 'use-cases': 5_000, emulator: 5_000 },
}

/** Files that last much longer than others of their folder. */
const long = [
  [/journey\/(looks|channel)/, 90_000],
  [/journey\/(shop|office)/, 45_000],
  [/exports\.test/, 25_000],
  [/kill-loop|imports\.test|command-line|scopes|role-races/, 18_000],
  [/doors|bad-queries|import-|deletion|open-api\.|function-pool/, 10_000],
]

const lasts = ({ path, duration, context }) =>
  duration ?? long.find(([name]) => name.test(path))?.[1] ?? guesses[context.config.displayName?.name] ?? 0

/** Jest's own order starts untimed files by their size, which says little about a journey's length. */
class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => lasts(other) - lasts(one))
  }
}

module.exports = LongestFirst
