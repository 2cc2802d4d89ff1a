import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import type { DistrictView } from '#domain/contract/district'
import type { Id } from '#domain/kernel/id'
import { described } from '../../ui/described'
import { Field } from '../../ui/field'

interface Props {
  readonly district: DistrictView
  readonly street: Id<'street'>
  readonly cell: Id<'cell'>
  readonly disabled: boolean
  readonly onChange: (street: Id<'street'>, cell: Id<'cell'>) => void
}

/** Street and cell on one wheel of two columns. */
export const PlacePicker = ({ district: { streets, cells }, street, cell, disabled, onChange }: Props) => {
  const [turned, setTurned] = useState<number | null>(null)
  const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? ''
  const streetAt =
    turned ??
    Math.max(
      0,
      streets.findIndex(({ id }) => id === street),
    )
  const within = cells.filter((one) => one.street === streets[streetAt]?.id)
  const shown = `${nameOf(streets, street)} ${nameOf(cells, cell)}`
  return (
    <Picker
      mode="multiSelector"
      disabled={disabled}
      range={[streets.map(({ name }) => name), within.map(({ name }) => name)]}
      value={[
        streetAt,
        Math.max(
          0,
          within.findIndex(({ id }) => id === cell),
        ),
      ]}
      onColumnChange={({ detail }) => {
        if (detail.column === 0) setTurned(detail.value)
      }}
      onChange={({ detail }) => {
        const [at = 0, index = 0] = detail.value
        const chosen = cells.filter((one) => one.street === streets[at]?.id)[index]
        setTurned(null)
        if (chosen) onChange(chosen.street, chosen.id)
      }}
      onCancel={() => {
        setTurned(null)
      }}
    >
      <View {...described({ role: 'button', label: `在哪里：${shown}` })}>
        <Field name="在哪里" icon="pin" value={shown} onward />
      </View>
    </Picker>
  )
}
