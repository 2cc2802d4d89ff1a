import { useState } from 'react'
import type { Grant, Scope } from '#domain/actor'
import type { DistrictView } from '#domain/contract/district'
import type { Output } from '#domain/contract/endpoints'
import type { Id } from '#domain/kernel/id'
import { isPhone } from '#domain/person'
import { scopeOf, type OfficeRole } from '#domain/role'
import { call } from '../../../platform/cloud'
import { Button } from '../../../ui/button'
import { InputLine } from '../../../ui/input-line'
import { Notice } from '../../../ui/notice'
import { PickerField } from '../../../ui/picker-field'
import { useOfficeAct } from '../shared/use-office-act'
import { ScopeField } from './scope-field'

export interface Granted {
  readonly kind: Output<'role.grant'>['kind']
  readonly name: string
  readonly role: OfficeRole
}

interface Props {
  readonly role: OfficeRole
  readonly district: DistrictView
  readonly onGranted: (granted: Granted) => void
}

const longestName = 20
const placeWords = { cell: '网格', street: '街道', department: '部门', district: '范围' } as const

/** The first thing that is still missing, as the button says it. */
const missing = (
  role: OfficeRole,
  scope: Scope | null,
  agency: string | null,
  name: string,
  phone: string,
) => {
  if (scope === null) return `先选哪个${placeWords[scopeOf[role]]}`
  if (role === 'head' && agency === null) return '先选所属机构'
  if (name.trim() === '') return '先填姓名'
  if (!isPhone(phone)) return '先填 11 位手机号'
  return null
}

export const GrantForm = ({ role, district, onGranted }: Props) => {
  const [scope, setScope] = useState<Scope | null>(
    scopeOf[role] === 'district' ? { kind: 'district', district: district.id } : null,
  )
  const [agency, setAgency] = useState<Id<'agency'> | null>(null)
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const { run, busy, failure, forgetFailure } = useOfficeAct()
  const blocked = missing(role, scope, agency, name, phone)

  const give = () => {
    if (scope === null) return
    const grant: Grant = { role, scope, ...(agency === null ? {} : { agency }) }
    const body = { phone, name: name.trim(), grant }
    run({
      body,
      send: async ({ again }) => {
        const answer = await call('role.grant', body)
        // No key goes with it: what an unanswered first try gave is held by now.
        return again && answer.kind === 'refused' && answer.code === 'held-already'
          ? ({ kind: 'ok', value: { kind: 'awaiting' } } as const)
          : answer
      },
      onDone: ({ kind }) => {
        onGranted({ kind, name: body.name, role })
      },
    })
  }

  return (
    <>
      <ScopeField
        role={role}
        district={district}
        scope={scope}
        disabled={busy}
        onChange={(next) => {
          forgetFailure()
          setScope(next)
        }}
      />
      {role === 'head' && (
        <PickerField
          name="所属机构"
          options={district.agencies.map((one) => one.name)}
          at={district.agencies.findIndex(({ id }) => id === agency)}
          disabled={busy}
          onChange={(at) => {
            forgetFailure()
            setAgency(district.agencies[at]?.id ?? null)
          }}
        />
      )}
      <InputLine
        label="姓名"
        hint="姓名"
        value={name}
        most={longestName}
        disabled={busy}
        onChange={(text) => {
          forgetFailure()
          setName(text)
        }}
      />
      <InputLine
        label="手机号"
        hint="手机号"
        kind="phone"
        value={phone}
        most={11}
        disabled={busy}
        onChange={(text) => {
          forgetFailure()
          setPhone(text)
        }}
      />
      {failure !== null && <Notice words={failure.words} />}
      <Button word="开通" busy={busy} busyWord="正在开通" blocked={busy ? null : blocked} onTap={give} />
    </>
  )
}
