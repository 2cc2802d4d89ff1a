import { useState } from 'react'
import type { DistrictView } from '#domain/contract/district'
import { isInside, nearestCell } from '#domain/place'
import { reportLimits } from '#domain/submission'
import { pickLocation } from '../../platform/location'
import { Button } from '../../ui/button'
import { CellField } from '../../ui/cell-field'
import { InputLine } from '../../ui/input-line'
import { Notice } from '../../ui/notice'
import type { Draft } from './draft'

export type DraftPlace = Pick<Draft, 'cell' | 'spot' | 'point'>

interface Props {
  readonly district: DistrictView
  readonly place: DraftPlace
  readonly disabled: boolean
  /** asked of the newest place: a position may be found long after it was looked for */
  readonly onChange: (change: (now: DraftPlace) => Partial<DraftPlace>) => void
}

const deniedWords = '没有取到位置，请在上面选社区；位置不是必须给的。'
const outsideWords = '这个位置不在本区，请在上面选本区的社区。'

/** A grid cell by picking or by position, and words for the spot; a position is never forced. */
export const PlaceField = ({ district, place, disabled, onChange }: Props) => {
  const { streets, cells, bounds } = district
  const [trouble, setTrouble] = useState<string | null>(null)
  const [locating, setLocating] = useState(false)

  const locate = async () => {
    setLocating(true)
    const located = await pickLocation()
    setLocating(false)
    if (located.kind === 'cancelled') return
    const inside = located.kind === 'found' && isInside(bounds, located.point)
    setTrouble(located.kind === 'denied' ? deniedWords : inside ? null : outsideWords)
    if (!inside) return
    const cell = nearestCell(cells, located.point)
    if (!cell) return
    onChange((now) => {
      // What was chosen meanwhile is what is meant.
      if (now.cell !== place.cell) return {}
      const found = { cell: cell.id, point: located.point }
      return now.spot === '' ? { ...found, spot: located.name.slice(0, reportLimits.spot) } : found
    })
  }

  return (
    <>
      <CellField
        name="在哪里"
        icon="pin"
        hint="请选街道和社区"
        streets={streets}
        cells={cells}
        cell={place.cell}
        disabled={disabled}
        onChange={({ id }) => {
          setTrouble(null)
          // A point given earlier belongs to the place given earlier.
          onChange(() => ({ cell: id, point: null }))
        }}
      />
      <InputLine
        label="具体位置"
        hint="具体位置，可不填"
        value={place.spot}
        most={reportLimits.spot}
        disabled={disabled}
        onChange={(spot) => {
          onChange(() => ({ spot }))
        }}
      />
      <Button
        word={place.point === null ? '用我的位置' : '已用您的位置，重新定位'}
        kind="soft"
        small
        icon="pin"
        busy={locating}
        busyWord="正在定位"
        onTap={() => {
          if (!disabled) void locate()
        }}
      />
      {trouble !== null && <Notice tone="warn" words={trouble} />}
    </>
  )
}
