import Taro from '@tarojs/taro'
import { keepFile } from './saved-file'

export type Recorded =
  | { readonly kind: 'recorded'; readonly id: string; readonly seconds: number }
  | { readonly kind: 'too-short' }
  | { readonly kind: 'failed' }

export interface Recording {
  readonly stop: () => void
  readonly cancel: () => void
}

/** Below this nothing was said. */
const SHORTEST = 800

export const canRecord = (): boolean => true

/** Records until it is stopped, or `most` seconds have gone by; null where the phone's microphone may not be used. */
export const recordVoice = async (
  most: number,
  hear: (recorded: Recorded) => void,
): Promise<Recording | null> => {
  try {
    await Taro.authorize({ scope: 'scope.record' })
  } catch {
    return null
  }
  const recorder = Taro.getRecorderManager()
  let cancelled = false
  recorder.onStop(({ tempFilePath, duration }) => {
    if (cancelled) return
    if (duration < SHORTEST) {
      hear({ kind: 'too-short' })
      return
    }
    const seconds = Math.min(most, Math.max(1, Math.round(duration / 1000)))
    void keepFile(tempFilePath).then((id) => {
      hear(id === null ? { kind: 'failed' } : { kind: 'recorded', id, seconds })
    })
  })
  recorder.onError(() => {
    if (!cancelled) hear({ kind: 'failed' })
  })
  recorder.start({
    duration: most * 1000,
    format: 'mp3',
    sampleRate: 16000,
    numberOfChannels: 1,
    encodeBitRate: 48000,
  })
  return {
    stop: () => {
      recorder.stop()
    },
    cancel: () => {
      cancelled = true
      recorder.stop()
    },
  }
}

/** Plays once; answers how to stop. `ended` is told whatever ends it, `false` where it could not be played. */
export const playVoice = (url: string, ended: (played: boolean) => void): (() => void) => {
  const player = Taro.createInnerAudioContext()
  player.src = url
  player.onEnded(() => {
    ended(true)
    player.destroy()
  })
  player.onError(() => {
    ended(false)
    player.destroy()
  })
  player.play()
  return () => {
    player.destroy()
    ended(true)
  }
}
