import { useEffect, useState } from 'react'
import type { Id } from '#domain/kernel/id'
import type { ReportMove } from '#domain/report'
import { dropStored, readStored, writeStored } from '../../platform/storage'

/** What is being written for a move; `remedy` only where a report is declined, photos only where it is fixed. */
interface MoveDraft {
  readonly words: string
  readonly remedy: string
  readonly photos: readonly string[]
}

const nameOf = (id: Id<'report'>, move: ReportMove) => `move-draft:${id}:${move}`

const isText = (value: unknown): value is string => typeof value === 'string'

const moveDraftFrom = (stored: unknown): MoveDraft => {
  const { words, remedy, photos } = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<
    Record<keyof MoveDraft, unknown>
  >
  return {
    words: isText(words) ? words : '',
    remedy: isText(remedy) ? remedy : '',
    photos: Array.isArray(photos) ? photos.filter(isText) : [],
  }
}

const isEmpty = ({ words, remedy, photos }: MoveDraft): boolean =>
  words === '' && remedy === '' && photos.length === 0

/** Stays on the phone when the sheet or the app is closed, until the server has the move. */
export const useMoveDraft = (id: Id<'report'>, move: ReportMove) => {
  const name = nameOf(id, move)
  const [draft, setDraft] = useState(() => moveDraftFrom(readStored(name)))
  useEffect(() => {
    if (isEmpty(draft)) dropStored(name)
    else writeStored(name, draft)
  }, [name, draft])
  return {
    draft,
    edit: (part: Partial<MoveDraft>) => {
      setDraft((now) => ({ ...now, ...part }))
    },
  }
}

export const dropMoveDraft = (id: Id<'report'>, move: ReportMove): void => {
  dropStored(nameOf(id, move))
}
