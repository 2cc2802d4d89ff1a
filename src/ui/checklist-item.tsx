import { Chip } from './chip'
import { RowLine } from './rows'

type State = 'done' | 'missing' | 'later' | 'none'

const marks = {
  done: { tone: 'good', icon: 'check', word: '已备' },
  missing: { tone: 'bad', icon: 'warn', word: '还缺' },
  later: { tone: 'warn', icon: 'clock', word: '可以后补' },
  none: { tone: 'mute', icon: 'check', word: '不用交' },
} as const satisfies Record<State, unknown>

interface ItemProps {
  readonly title: string
  readonly note: string
  readonly state: State
  readonly onTap?: () => void
}

/** One thing of a checklist (a line of `Rows`): what, how it stands, and the way to it. */
export const ChecklistItem = ({ title, note, state, onTap }: ItemProps) => (
  <RowLine
    title={title}
    note={note}
    label={`${title}，${note}，${marks[state].word}`}
    aside={<Chip {...marks[state]} />}
    {...(onTap && { onTap })}
  />
)
