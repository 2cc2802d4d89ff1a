import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { MessageView } from '#domain/contract/channel'
import type { Id } from '#domain/kernel/id'
import { randomKey } from '../../platform/random-key'
import { serverNow } from '../../platform/server-clock'
import type { BodyWays } from './bodies'
import { messageAt, type Log } from './log'
import type { MessageActs } from './message'
import type { Outgoing, OutgoingBody } from './outbox'
import type { OutgoingActs } from './outgoing'
import { changeOutbox, forgetOutgoing, putInOutbox, useOutbox } from './outbox-store'
import { lineOfView, quoteOf } from './quote'
import { resumeChannel } from './sender'
import type { Carried } from './use-composer'
import { useConversation } from './use-conversation'
import { lineWords, nameWords } from './words'

export interface Unread {
  readonly from: number
  readonly count: number
}

/** What somebody else said after the reader's mark; of what is not here yet nobody knows who said it. */
const unreadIn = (log: Log, readUntil: number): Unread | null => {
  let from: number | null = null
  let count = 0
  for (let seq = readUntil + 1; seq <= log.last; seq += 1) {
    if (messageAt(log, seq)?.mine === true) continue
    from ??= seq
    count += 1
  }
  return from === null ? null : { from, count }
}

export interface ChatWays extends BodyWays {
  readonly onPhone: () => void
}

/** A channel's page: the conversation, what is on its way into it, and what its reader does. */
export const useChat = (id: Id<'channel'>, at: number | null, ways: ChatWays) => {
  const conversation = useConversation(id, at)
  const { following, log, readUntil, noteSeen } = conversation
  const outbox = useOutbox(id)
  const [name] = useState(() => `c${randomKey().slice(0, 6)}`)
  const [menuOf, setMenuOf] = useState<MessageView | null>(null)
  const [quote, setQuote] = useState<Outgoing['quote']>(null)
  const [rewritten, setRewritten] = useState<{ readonly words: string } | null>(null)
  const [sought, setSought] = useState<{ readonly seq: number } | null>(at === null ? null : { seq: at })
  const [sent, setSent] = useState(0)
  const recalled = useRef(new Map<number, string>())
  const given = useRef(ways)
  useEffect(() => {
    given.current = ways
  })

  const seek = useCallback((seq: number) => {
    setSought({ seq })
  }, [])
  const rewrite = useCallback((words: string) => {
    setRewritten({ words })
  }, [])

  const { onArticle, onCircular, onCard, circularOf } = ways
  const [hasArticle, hasCircular, hasCard] = [onArticle !== null, onCircular !== null, onCard !== null]
  const acts: MessageActs = useMemo(() => {
    const renewed = new Set<number>()
    return {
      onMenu: setMenuOf,
      onSeek: seek,
      onLost: (seq) => {
        // Once for each: a picture that is gone stays gone.
        if (renewed.has(seq)) return
        renewed.add(seq)
        following.renew(seq)
      },
      rewriteOf: (seq) => {
        const words = recalled.current.get(seq)
        if (words === undefined) return null
        return () => {
          rewrite(words)
        }
      },
      circularOf,
      onArticle: hasArticle ? (body) => given.current.onArticle?.(body) : null,
      onCircular: hasCircular ? (body) => given.current.onCircular?.(body) : null,
      onCard: hasCard ? (card) => given.current.onCard?.(card) : null,
    }
  }, [following, seek, rewrite, circularOf, hasArticle, hasCircular, hasCard])

  const outgoing: OutgoingActs = useMemo(
    () => ({
      onAgain: ({ key }) => {
        changeOutbox((box) =>
          box.map((item) => (item.key === key ? { ...item, state: { kind: 'waiting' } } : item)),
        )
        resumeChannel(id)
      },
      onEdit: (item) => {
        if (item.body.kind === 'text') rewrite(item.body.words)
        forgetOutgoing([item])
      },
      onDrop: (item) => {
        forgetOutgoing([item])
      },
      onPhone: () => {
        given.current.onPhone()
      },
    }),
    [id, rewrite],
  )

  const [opened, setOpened] = useState<{ readonly unread: Unread | null; readonly until: number } | null>(
    null,
  )
  // As the page was opened: what comes while it is read is not "unread".
  if (opened === null && readUntil !== null) setOpened({ unread: unreadIn(log, readUntil), until: log.last })

  return {
    ...{ conversation, outbox, name, acts, outgoing, menuOf, quote, rewritten, sought, sent, seek, rewrite },
    unread: opened?.unread ?? null,
    closeMenu: () => {
      setMenuOf(null)
    },
    quoteThis: (message: MessageView) => {
      setQuote(quoteOf(message))
    },
    dropQuote: () => {
      setQuote(null)
    },
    noteRecalled: ({ seq, body }: MessageView) => {
      if (body?.kind === 'text') recalled.current.set(seq, body.words)
    },
    noteSeen,
    send: (body: OutgoingBody, carried: Carried) => {
      putInOutbox({
        ...carried,
        ...{ key: randomKey(), channel: id, at: serverNow(), body, state: { kind: 'waiting' } },
      })
      setQuote(null)
      setSent((count) => count + 1)
      resumeChannel(id)
    },
    /** what is read out when something new has come: the newest that somebody else said */
    heard: (() => {
      const newest = messageAt(log, log.last)
      if (!newest || newest.mine || newest.seq <= (opened?.until ?? 0)) return ''
      return `${nameWords(newest.author)}：${lineWords(lineOfView(newest))}`
    })(),
  }
}
