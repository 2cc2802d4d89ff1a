import type { Scope } from '#domain/actor'
import type { DistrictView } from '#domain/contract/district'
import { scopeOf, type OfficeRole } from '#domain/role'
import { CellField } from '../../../ui/cell-field'
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

/** Where a role holds: one of the district's parts, or the district itself, which needs no choice. */
export const ScopeField = ({ role, district, scope, disabled, onChange }: Props) => {
  switch (scopeOf[role]) {
    case 'cell':
      return (
        <CellField
          name="哪个网格"
          hint={hint}
          disabled={disabled}
          streets={district.streets}
          cells={district.cells}
          cell={scope?.kind === 'cell' ? scope.cell : null}
          onChange={({ id }) => {
            onChange({ kind: 'cell', cell: id })
          }}
        />
      )
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
