import { dayOf, startOf, type Day } from '#domain/kernel/day'
import type { VisitTime } from '#domain/visit'
import { serverNow } from '../../platform/server-clock'
import { DateField } from '../../ui/date-field'
import { Hairline } from '../../ui/field'
import { PickerField } from '../../ui/picker-field'
import { dayWords } from '../../ui/time-words'
import { hours } from './words'

interface Props {
  readonly when: VisitTime
  readonly onChange: (when: VisitTime) => void
  readonly disabled: boolean
}

const anyHour = '时间不定，当天去'

/** The office's hours are suggested; others are marked, not refused. */
export const TimeFields = ({ when, onChange, disabled }: Props) => {
  const now = serverNow()
  return (
    <>
      <DateField
        name="哪一天"
        value={when.day}
        shown={dayWords(startOf(when.day), now)}
        start={dayOf(now)}
        disabled={disabled}
        onChange={(day) => {
          onChange({ ...when, day: day as Day })
        }}
      />
      <Hairline />
      <PickerField
        name="几点"
        options={[anyHour, ...hours.map(([, word]) => word)]}
        at={when.time === null ? 0 : hours.findIndex(([minutes]) => minutes === when.time) + 1}
        disabled={disabled}
        onChange={(at) => {
          onChange({ ...when, time: hours[at - 1]?.[0] ?? null })
        }}
      />
    </>
  )
}
