import { keepBlob } from './photo-store.h5'
import { randomKey } from './random-key'
import type { Recorded, Recording } from './voice'

export type { Recorded, Recording } from './voice'

const SHORTEST = 800
const kinds = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus']

// Absent where a page is not served safely, and from old browsers.
const microphones = (): MediaDevices | undefined =>
  (navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices

export const canRecord = (): boolean => typeof MediaRecorder !== 'undefined' && microphones() !== undefined

export const recordVoice = async (
  most: number,
  hear: (recorded: Recorded) => void,
): Promise<Recording | null> => {
  const stream = await microphones()
    ?.getUserMedia({ audio: true })
    .catch(() => null)
  if (!stream) return null
  const kind = kinds.find((type) => MediaRecorder.isTypeSupported(type))
  const recorder = new MediaRecorder(stream, {
    audioBitsPerSecond: 32_000,
    ...(kind !== undefined && { mimeType: kind }),
  })
  const parts: Blob[] = []
  let cancelled = false
  const began = performance.now()
  const timer = setTimeout(() => {
    recorder.stop()
  }, most * 1000)
  const keep = async () => {
    const length = performance.now() - began
    if (length < SHORTEST) {
      hear({ kind: 'too-short' })
      return
    }
    const id = randomKey()
    const kept = await keepBlob(id, new Blob(parts, { type: recorder.mimeType }))
    const seconds = Math.min(most, Math.max(1, Math.round(length / 1000)))
    hear(kept ? { kind: 'recorded', id, seconds } : { kind: 'failed' })
  }
  recorder.ondataavailable = ({ data }) => {
    parts.push(data)
  }
  recorder.onstop = () => {
    clearTimeout(timer)
    for (const track of stream.getTracks()) track.stop()
    if (!cancelled) void keep()
  }
  recorder.start()
  const stop = () => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  return {
    stop,
    cancel: () => {
      cancelled = true
      stop()
    },
  }
}

export const playVoice = (url: string, ended: (played: boolean) => void): (() => void) => {
  const player = new Audio(url)
  player.onended = () => {
    ended(true)
  }
  player.onerror = () => {
    ended(false)
  }
  player.play().catch(() => {
    ended(false)
  })
  return () => {
    player.pause()
    ended(true)
  }
}
