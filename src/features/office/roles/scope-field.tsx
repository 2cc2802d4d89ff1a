import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import type { Scope } from '#domain/actor'
import type { DistrictView } from '#domain/contract/district'
import { scopeOf, type OfficeRole } from '#domain/role'
import { described } from '../../../ui/described'
import { Field } from '../../../ui/field'
import { PickerField } from '../../../ui/picker-field'

interface Props {
  readonly role: OfficeRole
  readonly district: DistrictView
  readonly scope: Scope | null
  readonly disabled: boolean
  readonly onChange: (scope: Scope) => void
}

const hint = '请选择'

const CellField = ({ district: { streets, cells }, scope, disabled, onChange }: Omit<Props, 'role'>) => {
  const chosen = cells.find(({ id }) => scope?.kind === 'cell' && id === scope.cell)
  const [turned, setTurned] = useState<number | null>(null)
  const street =
    turned ??
    Math.max(
      0,
      streets.findIndex(({ id }) => id === chosen?.street),
    )
  const within = cells.filter((cell) => cell.street === streets[street]?.id)
  const streetName = streets.find(({ id }) => id === chosen?.street)?.name ?? ''
  const shown = chosen === undefined ? hint : `${streetName} ${chosen.name}`
  return (
    <Picker
      mode="multiSelector"
      disabled={disabled}
      range={[streets.map(({ name }) => name), within.map(({ name }) => name)]}
      value={[
        street,
        Math.max(
          0,
          within.findIndex(({ id }) => id === chosen?.id),
        ),
      ]}
      onColumnChange={({ detail }) => {
        if (detail.column === 0) setTurned(detail.value)
      }}
      onChange={({ detail }) => {
        const [first = 0, second = 0] = detail.value
        const cell = cells.filter((each) => each.street === streets[first]?.id)[second]
        setTurned(null)
        if (cell) onChange({ kind: 'cell', cell: cell.id })
      }}
      onCancel={() => {
        setTurned(null)
      }}
    >
      <View {...described({ role: 'button', label: `哪个网格：${shown}` })}>
        <Field name="哪个网格" value={shown} onward />
      </View>
    </Picker>
  )
}

/** Where a role holds: one of the district's parts, or the district itself, which needs no choice. */
export const ScopeField = (props: Props) => {
  const { role, district, scope, disabled, onChange } = props
  switch (scopeOf[role]) {
    case 'cell':
      return <CellField {...props} />
    case 'street':
      return (
        <PickerField
          name="哪个街道"
          hint={hint}
          disabled={disabled}
          options={district.streets.map(({ name }) => name)}
          at={district.streets.findIndex(({ id }) => scope?.kind === 'street' && id === scope.street)}
          onChange={(at) => {
            const street = district.streets[at]
            if (street) onChange({ kind: 'street', street: street.id })
          }}
        />
      )
    case 'department':
      return (
        <PickerField
          name="哪个部门"
          hint={hint}
          disabled={disabled}
          options={district.departments.map(({ name }) => name)}
          at={district.departments.findIndex(
            ({ id }) => scope?.kind === 'department' && id === scope.department,
          )}
          onChange={(at) => {
            const department = district.departments[at]
            if (department) onChange({ kind: 'department', department: department.id })
          }}
        />
      )
    case 'district':
      return <Field name="范围" value={district.name} />
  }
}
