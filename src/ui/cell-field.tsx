import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { described } from './described'
import { Field } from './field'
import type { IconName } from './icon'

interface Named {
  readonly id: string
  readonly name: string
}

interface Props<C> {
  readonly name: string
  readonly streets: readonly Named[]
  readonly cells: readonly C[]
  /** id of the chosen cell; null: nothing chosen yet */
  readonly cell: string | null
  readonly onChange: (cell: C) => void
  readonly hint?: string
  readonly icon?: IconName
  readonly disabled?: boolean
}

const placeIn = (list: readonly Named[], id: string | undefined): number =>
  Math.max(
    0,
    list.findIndex((one) => one.id === id),
  )

/** A street and one of its cells, on one wheel of two columns: turning the first changes what the second offers. */
export const CellField = <C extends Named & { readonly street: string }>({
  name,
  streets,
  cells,
  cell,
  onChange,
  hint = '请选择',
  icon,
  disabled = false,
}: Props<C>) => {
  const [turned, setTurned] = useState<number | null>(null)
  const chosen = cells.find(({ id }) => id === cell)
  const streetAt = turned ?? placeIn(streets, chosen?.street)
  const within = cells.filter(({ street }) => street === streets[streetAt]?.id)
  const streetName = streets.find(({ id }) => id === chosen?.street)?.name ?? ''
  const shown = chosen === undefined ? hint : `${streetName} ${chosen.name}`
  return (
    <Picker
      mode="multiSelector"
      disabled={disabled}
      range={[streets.map((one) => one.name), within.map((one) => one.name)]}
      value={[streetAt, placeIn(within, chosen?.id)]}
      onColumnChange={({ detail }) => {
        if (detail.column === 0) setTurned(detail.value)
      }}
      onChange={({ detail }) => {
        const [first = 0, second = 0] = detail.value
        const picked = cells.filter(({ street }) => street === streets[first]?.id)[second]
        setTurned(null)
        if (picked) onChange(picked)
      }}
      onCancel={() => {
        setTurned(null)
      }}
    >
      <View {...described({ role: 'button', label: `${name}：${shown}`, disabled })}>
        <Field name={name} value={shown} onward {...(icon === undefined ? {} : { icon })} />
      </View>
    </Picker>
  )
}
