const circular = {}
circular.self = circular

const answers = {
  undefined: () => undefined,
  function: () => () => 1,
  symbol: () => Symbol('s'),
  date: () => new Date(0),
  buffer: () => Buffer.from('ab'),
  bigint: () => 1n,
  circular: () => circular,
  toJSON: () => ({
    toJSON() {
      throw new Error('no JSON')
    },
  }),
  'throws text': () => {
    throw 'just a text'
  },
  'throws undefined': () => {
    throw undefined
  },
  'throws circular': () => {
    throw circular
  },
  'throws null prototype': () => {
    throw Object.create(null)
  },
  'rejects later': () => {
    Promise.reject(new Error('nobody waits for this'))
    return new Promise(() => {})
  },
  never: () => new Promise(() => {}),
  kills: () => process.kill(process.pid, 'SIGKILL'),
}

exports.main = ({ how, length }) => (length === undefined ? answers[how]() : 'x'.repeat(length))
