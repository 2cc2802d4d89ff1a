import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf, type Day } from '#domain/kernel/day'
import { serverNow } from '../../platform/server-clock'
import { DateField } from '../../ui/date-field'
import { Field, Hairline } from '../../ui/field'
import { DropPill, Pills } from '../../ui/pill'
import { Tappable } from '../../ui/tappable'
import { daysWords, isNarrowed, type Sought } from './sought'

interface Props {
  readonly sought: Sought
  readonly onChange: (part: Partial<Sought>) => void
  readonly onWho: () => void
}

/** What is on stands here, and goes with one tap. */
const AllChosen = ({ sought, onChange }: Omit<Props, 'onWho'>) => {
  const days = daysWords(sought, serverNow())
  return (
    <Pills>
      {sought.by !== null && (
        <DropPill
          word={`${sought.by.name}说的`}
          onDrop={() => {
            onChange({ by: null })
          }}
        />
      )}
      {days !== null && (
        <DropPill
          word={days}
          onDrop={() => {
            onChange({ from: null, to: null })
          }}
        />
      )}
    </Pills>
  )
}

const DayFields = ({ sought: { from, to }, onChange }: Omit<Props, 'onWho'>) => {
  const now = serverNow()
  const today = dayOf(now)
  const shownOf = (day: Day | null) =>
    day === null ? '不限' : (daysWords({ from: day, to: day }, now) ?? '')
  return (
    <>
      <DateField
        name="从哪一天"
        value={from ?? ''}
        shown={shownOf(from)}
        start={to ?? today}
        latest={to ?? today}
        onChange={(day) => {
          onChange({ from: day as Day })
        }}
      />
      <Hairline />
      <DateField
        name="到哪一天"
        value={to ?? ''}
        shown={shownOf(to)}
        start={today}
        {...(from !== null && { earliest: from })}
        latest={today}
        onChange={(day) => {
          onChange({ to: day as Day })
        }}
      />
    </>
  )
}

/** Who said it and on which days: folded away until it is wanted. */
export const FindFilter = ({ sought, onChange, onWho }: Props) => {
  const [open, setOpen] = useState(false)
  const on = isNarrowed(sought)
  const shown = open ? '收起' : on ? '改一改' : '不限'
  const who = sought.by?.name ?? '不限'
  return (
    <>
      <Tappable
        label={`按人、按日期找：${shown}`}
        onTap={() => {
          setOpen(!open)
        }}
      >
        <Field name="按人、按日期找" value={shown} onward={!open} />
      </Tappable>
      {open && (
        <View>
          <Hairline />
          <Tappable label={`谁说的：${who}`} onTap={onWho}>
            <Field name="谁说的" value={who} onward />
          </Tappable>
          <Hairline />
          <DayFields sought={sought} onChange={onChange} />
        </View>
      )}
      {on && <AllChosen sought={sought} onChange={onChange} />}
    </>
  )
}
