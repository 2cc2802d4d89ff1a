import type { BodyInput } from '#domain/contract/channel'
import type { Output } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { onNetworkBack } from '../../platform/network'
import type { Outcome } from '../../platform/outcome'
import { uploadPhotos, uploadsLost, type HandedIn, type Uploads } from '../../platform/upload-photos'
import {
  channelsOf,
  FIRST_PAUSE,
  nextOf,
  nextPause,
  settled,
  type Outgoing,
  type OutgoingBody,
  type PostCode,
} from './outbox'
import { changeOutbox, readOutbox } from './outbox-store'

type Answer = Outcome<Output<'channel.post'>, PostCode>

const uploads = new Map<string, Uploads>()
const progress = new Map<string, string>()
const watchers = new Set<() => void>()

/** What is being sent this moment, by key: in words how far it has come. */
export const sendingWords = (key: string): string | null => progress.get(key) ?? null
export const watchSending = (tell: () => void): (() => void) => {
  watchers.add(tell)
  return () => {
    watchers.delete(tell)
  }
}
const say = (key: string, words: string | null) => {
  if (words === null) progress.delete(key)
  else progress.set(key, words)
  watchers.forEach((tell) => {
    tell()
  })
}

const filesOf = (body: OutgoingBody): readonly string[] => {
  if (body.kind === 'images') return body.photos
  return body.kind === 'voice' || body.kind === 'file' ? [body.file] : []
}

const inputOf = (body: OutgoingBody, { ticket, files }: HandedIn): BodyInput => {
  switch (body.kind) {
    case 'text':
      return { kind: 'text', words: body.words }
    case 'images':
      return { kind: 'images', ticket, files }
    case 'voice':
      return { kind: 'voice', ticket, files, seconds: body.seconds }
    case 'file':
      return { kind: 'file', ticket, files, name: body.name }
    case 'article':
      return { kind: 'article', article: body.article }
  }
}

const postOnce = async (item: Outgoing): Promise<Answer> => {
  const { key, channel, body, quote, mentions, asks, shop } = item
  const files = filesOf(body)
  const handedIn = await uploadPhotos(files, {
    before: uploads.get(key) ?? null,
    onUploads: (next) => uploads.set(key, next),
    onCount: (count) => {
      say(key, files.length > 1 ? `正在上传 ${String(count)}/${String(files.length)}` : '正在上传')
    },
  })
  if (handedIn.kind !== 'ok') return handedIn
  say(key, '正在发送')
  return call('channel.post', {
    ...{ channel, key, mentions, asks, shop, quote: quote?.seq ?? null },
    body: inputOf(body, handedIn.value),
  })
}

const post = async (item: Outgoing): Promise<Answer> => {
  say(item.key, '正在发送')
  try {
    const first = await postOnce(item)
    if (!uploadsLost(first)) return first
    uploads.delete(item.key)
    return await postOnce(item)
  } finally {
    say(item.key, null)
  }
}

interface Lane {
  running: boolean
  pause: number
  timer: ReturnType<typeof setTimeout> | undefined
}
const lanes = new Map<Id<'channel'>, Lane>()
const laneOf = (channel: Id<'channel'>): Lane => {
  const lane = lanes.get(channel) ?? { running: false, pause: FIRST_PAUSE, timer: undefined }
  lanes.set(channel, lane)
  return lane
}

/** Told whenever something of a channel has been stored: there is something to read. */
const stored = new Set<(channel: Id<'channel'>) => void>()
export const onStored = (tell: (channel: Id<'channel'>) => void): (() => void) => {
  stored.add(tell)
  return () => {
    stored.delete(tell)
  }
}

const sendAll = async (channel: Id<'channel'>, lane: Lane): Promise<void> => {
  for (let item = nextOf(readOutbox(), channel); item; item = nextOf(readOutbox(), channel)) {
    const { key } = item
    const outcome = await post(item)
    const { wait } = settled(readOutbox(), key, outcome)
    changeOutbox((outbox) => settled(outbox, key, outcome).outbox)
    if (outcome.kind === 'ok') {
      uploads.delete(key)
      lane.pause = FIRST_PAUSE
      stored.forEach((tell) => {
        tell(channel)
      })
    }
    if (wait === null) continue
    const pause = wait === 'retry' ? lane.pause : wait
    if (wait === 'retry') lane.pause = nextPause(lane.pause)
    lane.timer = setTimeout(() => {
      resumeChannel(channel)
    }, pause)
    return
  }
}

/** Sends what waits in a channel, one after another, each under its own key; does nothing while that goes on. */
export const resumeChannel = (channel: Id<'channel'>): void => {
  const lane = laneOf(channel)
  clearTimeout(lane.timer)
  if (lane.running) return
  lane.running = true
  void sendAll(channel, lane).finally(() => {
    lane.running = false
  })
}

/** Sends what was left lying in any channel, now and whenever the network is back; answers how to stop. */
export const keepSending = (): (() => void) => {
  const resume = () => {
    channelsOf(readOutbox()).forEach(resumeChannel)
  }
  resume()
  return onNetworkBack(resume)
}
