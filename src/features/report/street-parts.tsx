import type { StreetFigures, StreetRow } from '#domain/contract/report'
import { startOf } from '#domain/kernel/day'
import type { Id } from '#domain/kernel/id'
import { serverNow } from '../../platform/server-clock'
import { useDistrict } from '../../platform/use-district'
import { Chip } from '../../ui/chip'
import { PickerField } from '../../ui/picker-field'
import { RowLine } from '../../ui/rows'
import { nearDayWords } from '../../ui/time-words'
import { statusWords } from './words'

export const figureWords = ({ open, closedLately }: StreetFigures): string =>
  `正在办 ${String(open)} 件 · 近 30 天办结 ${String(closedLately)} 件`

/** One public report: what kind, which estate, the day, and how it stands. */
export const StreetLine = ({ row: { category, cell, day, status } }: { readonly row: StreetRow }) => (
  <RowLine
    title={category ?? '还没分类的问题'}
    note={`${nearDayWords(startOf(day), serverNow())} · ${cell}`}
    aside={<Chip {...statusWords[status]} />}
  />
)

interface Props {
  readonly street: Id<'street'> | null
  readonly onChange: (street: Id<'street'>) => void
}

/** Which of the district's streets is one's own. */
export const StreetField = ({ street, onChange }: Props) => {
  const { data } = useDistrict()
  const streets = data?.streets ?? []
  return (
    <PickerField
      name="街道"
      hint="请选街道"
      options={streets.map(({ name }) => name)}
      at={streets.findIndex(({ id }) => id === street)}
      onChange={(at) => {
        const chosen = streets[at]
        if (chosen) onChange(chosen.id)
      }}
    />
  )
}
