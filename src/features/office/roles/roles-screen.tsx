import { useState } from 'react'
import type { HolderRow } from '#domain/contract/role'
import { officeRoles, type OfficeRole } from '#domain/role'
import { call } from '../../../platform/cloud'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Chip } from '../../../ui/chip'
import { EmptyState } from '../../../ui/empty-state'
import { Notice } from '../../../ui/notice'
import { PickerField } from '../../../ui/picker-field'
import { Rows, RowLine } from '../../../ui/rows'
import { Screen } from '../../../ui/screen'
import { Sheet } from '../../../ui/sheet'
import { Text } from '../../../ui/text'
import { Loaded } from '../shared/loaded'
import { Paged, usePages } from '../shared/paged'
import { useDistrict } from '../../../platform/use-district'
import { GrantForm, type Granted } from './grant-form'
import { HolderSheet } from './holder-sheet'
import { roleNotes, roleWords } from './words'

const keyOf = ({ entry, grant }: HolderRow) => `${entry} ${JSON.stringify(grant.scope)}`

const Holder = ({ row, onTap }: { readonly row: HolderRow; readonly onTap: () => void }) => (
  <RowLine
    title={row.name}
    note={[row.scopeName, row.agencyName].filter((part) => part !== null && part !== '').join(' · ')}
    label={`${row.name}，${row.scopeName}${row.person === null ? '，等待本人登录' : ''}`}
    onTap={onTap}
  >
    <Text as="note">{row.phone}</Text>
    {row.person === null && <Chip tone="warn" icon="clock" word="等待本人登录" />}
  </RowLine>
)

const resultWords = ({ kind, name, role }: Granted): string =>
  kind === 'granted'
    ? `已生效：${name} 现在是${roleWords[role]}。`
    : `已登记：${name} 本人验证手机号后，${roleWords[role]}岗位生效。`

/** One role at a time: who holds it; a new holder by phone. */
export const RolesScreen = ({ onCaseloads }: { readonly onCaseloads: () => void }) => {
  const [role, setRole] = useState<OfficeRole>('head')
  const [opened, setOpened] = useState<HolderRow | null>(null)
  const [giving, setGiving] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const district = useDistrict()
  const pages = usePages<HolderRow>({
    key: ['roles', role],
    read: (cursor) => call('role.list', { role, cursor }),
  })
  const give = () => {
    setSaid(null)
    setGiving(true)
  }

  return (
    <Screen
      covered={giving || opened !== null}
      foot={<Button word={`开通${roleWords[role]}`} icon="plus" onTap={give} />}
    >
      <Card>
        <PickerField
          name="岗位"
          options={officeRoles.map((one) => roleWords[one])}
          at={officeRoles.indexOf(role)}
          onChange={(at) => {
            setSaid(null)
            setRole(officeRoles[at] ?? 'head')
          }}
        />
        <Text as="small">{roleNotes[role]}</Text>
      </Card>
      {said !== null && <Notice tone="info" icon="check" words={said} />}
      <Paged
        pages={pages}
        empty={
          <EmptyState
            icon="person"
            words={`还没有人是${roleWords[role]}。`}
            actionWord={`开通${roleWords[role]}`}
            onAction={give}
          />
        }
      >
        {(rows) => (
          <Rows>
            {rows.map((row) => (
              <Holder
                key={keyOf(row)}
                row={row}
                onTap={() => {
                  setSaid(null)
                  setOpened(row)
                }}
              />
            ))}
          </Rows>
        )}
      </Paged>
      {opened !== null && (
        <HolderSheet
          key={keyOf(opened)}
          row={opened}
          role={role}
          onCaseloads={onCaseloads}
          onClose={() => {
            setOpened(null)
          }}
          onRevoked={() => {
            setOpened(null)
            setSaid(`已收回：${opened.name} 不再是${roleWords[role]}。`)
          }}
        />
      )}
      {giving && (
        <Sheet
          title={`开通${roleWords[role]}`}
          onClose={() => {
            setGiving(false)
          }}
        >
          <Loaded query={district} cards={1}>
            {(view) => (
              <GrantForm
                role={role}
                district={view}
                onGranted={(granted) => {
                  setGiving(false)
                  setSaid(resultWords(granted))
                }}
              />
            )}
          </Loaded>
        </Sheet>
      )}
    </Screen>
  )
}
