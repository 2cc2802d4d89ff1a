import type { Page } from 'playwright-core'
import type { Id } from '#domain/kernel/id'
import { asInstant } from '#domain/kernel/instant'

import { db } from '../../cloudfunctions/cloud/database'
import { listMessages, messageDocument } from '../../cloudfunctions/store/messages'
import { connectTo } from '../../tools/connect'

const sentence = '各位老板，消防通道要留出来，货箱请收进店里，垃圾桶满了请打电话，晚上有人来清。'
const minute = 60_000
const atOnce = 500

/** So many messages more in a channel in which people have talked, as if they had talked on; answers its new end. */
export const lengthenChannel = async (
  url: string,
  channel: Id<'channel'>,
  count: number,
): Promise<number> => {
  connectTo(url, 'local')
  const before = await listMessages(channel, { kind: 'newest' }, 30)
  const spoken = before.filter(({ standing }) => standing !== null)
  const newest = before.at(-1)
  if (!newest || spoken.length === 0) throw new Error('nobody has said anything yet')
  const message = (at: number) => {
    const [seq, key] = [newest.seq + at, `long-channel-${String(at).padStart(12, '0')}`]
    const words = `第${String(seq)}条：${sentence.repeat(3).slice(0, (at * 37) % 110)}`
    const said = spoken[at % spoken.length] ?? newest
    return messageDocument(
      {
        ...{ ...said, seq, key, at: asInstant(newest.at + at * minute), body: { kind: 'text', words } },
        ...{ quote: null, mentions: [], asks: false, state: { kind: 'shown' } },
      },
      false,
    )
  }
  const messages = Array.from({ length: count }, (_, at) => message(at + 1))
  for (let from = 0; from < count; from += atOnce)
    await db.collection('messages').add({ data: messages.slice(from, from + atOnce) })
  const last = newest.seq + count
  await db.collection('channels').doc(channel).update({ data: { last } })
  return last
}

/** Counts from now on, at every change of the page, how many messages' nodes are mounted, and which messages were. */
export const watchMounted = async (page: Page) => {
  const watched = await page.evaluateHandle(() => {
    const log = document.querySelector('[role=log]')
    if (!log) throw new Error('no list')
    const seen = { most: 0, messages: new Set<string>() }
    const count = () => {
      const blocks = [...log.querySelectorAll('[id]')].filter(({ id }) => /-b\d+$/.test(id))
      const mounted = blocks.flatMap(({ children }) => [...children])
      seen.most = Math.max(seen.most, mounted.length)
      for (const { id } of mounted) if (id !== '') seen.messages.add(id)
    }
    new MutationObserver(count).observe(log, { childList: true, subtree: true })
    count()
    return seen
  })
  return {
    most: () => watched.evaluate(({ most }) => most),
    /** how many different messages have been shown */
    shown: () => watched.evaluate(({ messages }) => messages.size),
  }
}

/** Scrolls a step at a time until the list ends, each time until all that came into the page has been read; answers the steps. */
export const scrollToEdge = (page: Page, step: number): Promise<number> =>
  page.evaluate(async (by) => {
    const log = document.querySelector('[role=log]')
    if (!log) throw new Error('no list')
    const frame = () =>
      new Promise((done) => {
        requestAnimationFrame(done)
      })
    const isWhole = () =>
      [...log.querySelectorAll('[id]')].every(
        ({ id, children }) => !/-b\d+$/.test(id) || [...children].every((child) => child.id !== ''),
      )
    const settled = async () => {
      await frame()
      await frame()
      for (let frames = 0; !isWhole(); frames += 1) {
        if (frames > 1_000) throw new Error('a message never came')
        await frame()
      }
    }
    const atEdge = () =>
      by < 0 ? log.scrollTop <= 0 : log.scrollTop + log.clientHeight >= log.scrollHeight - 1
    for (let steps = 0; ; steps += 1) {
      if (atEdge()) {
        await settled()
        if (atEdge()) return steps
      }
      log.scrollTop += by
      await settled()
    }
  }, step)
