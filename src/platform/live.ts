import Taro from '@tarojs/taro'
import { onVisibility } from './visibility'
import { keepWatching, type Connect } from './watch-loop'

// The documents of a snapshot, which Taro's types leave out.
const numberIn = (snapshot: object): number => {
  const docs: unknown = 'docs' in snapshot ? snapshot.docs : null
  const first: unknown = Array.isArray(docs) ? docs[0] : null
  const n: unknown = typeof first === 'object' && first !== null && 'n' in first ? first.n : null
  return typeof n === 'number' ? n : 0
}

const connectTo =
  (key: string): Connect =>
  ({ number, lost }) => {
    const watcher = Taro.cloud
      .database()
      .collection('signals')
      .where({ _id: key })
      .watch({
        onChange: (snapshot) => {
          number(numberIn(snapshot))
        },
        onError: () => {
          lost()
        },
      })
    return () => {
      void watcher.close()
    }
  }

/** Watches the person's own signal; answers how to stop. */
export const watchSignal = (key: string, onRise: () => void): (() => void) =>
  keepWatching(connectTo(key), onVisibility, onRise)
