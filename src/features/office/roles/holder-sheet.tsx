import { useState } from 'react'
import type { HolderRow } from '#domain/contract/role'
import type { OfficeRole } from '#domain/role'
import { call } from '../../../platform/cloud'
import { dial } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Field } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { Row } from '../../../ui/row'
import { Sheet } from '../../../ui/sheet'
import { Text } from '../../../ui/text'
import { WordsField } from '../../../ui/words-field'
import { useOfficeAct } from '../shared/use-office-act'
import { roleWords } from './words'

interface Props {
  readonly row: HolderRow
  readonly role: OfficeRole
  readonly onClose: () => void
  readonly onRevoked: () => void
  readonly onCaseloads: () => void
}

const longestReason = 100

/** One holder: the number in clear and the role taken back, each for a reason that is kept. */
export const HolderSheet = ({ row, role, onClose, onRevoked, onCaseloads }: Props) => {
  const [asking, setAsking] = useState<'look' | 'revoke' | null>(null)
  const [why, setWhy] = useState('')
  const [phone, setPhone] = useState<string | null>(null)
  const { run, busy, failure, forgetFailure } = useOfficeAct()
  const ask = (what: typeof asking) => {
    forgetFailure()
    setWhy('')
    setAsking(what)
  }
  const { entry } = row

  const look = () => {
    run({
      body: ['look', entry, why],
      send: () => call('role.unmask', { entry, why }),
      onDone: (seen) => {
        setPhone(seen.phone)
        setAsking(null)
      },
    })
  }
  const revoke = () => {
    const grant = { role: row.grant.role, scope: row.grant.scope }
    run({
      body: ['revoke', entry, grant, why],
      send: async ({ again }) => {
        const answer = await call('role.revoke', { entry, grant, why })
        const gone = answer.kind === 'refused' && (answer.code === 'not-held' || answer.code === 'not-found')
        return again && gone ? ({ kind: 'ok', value: {} } as const) : answer
      },
      onDone: onRevoked,
    })
  }

  return (
    <Sheet title={`${row.name} · ${roleWords[role]}`} onClose={onClose} held={busy}>
      <Field name="范围" value={row.scopeName} />
      {row.agencyName !== null && <Field name="所属机构" value={row.agencyName} />}
      <Field name="手机号" value={phone ?? row.phone} />
      {row.person === null && <Text as="small">等待本人登录：本人用这个手机号登录并验证后，岗位生效。</Text>}
      {asking !== null && (
        <WordsField
          boxed
          fixed
          label={asking === 'look' ? '为什么要看电话' : '为什么收回'}
          hint={asking === 'look' ? '为什么要看电话，会记入审计日志' : '为什么收回，会记入审计日志'}
          value={why}
          most={longestReason}
          disabled={busy}
          onChange={(words) => {
            forgetFailure()
            setWhy(words)
          }}
        />
      )}
      {failure !== null && <Notice words={failure.words} />}
      {failure?.code === 'holds-shops' && <Button word="去交接店铺" kind="soft" onTap={onCaseloads} />}
      {asking === null ? (
        <Row>
          {phone === null ? (
            <Button
              word="查看电话"
              kind="soft"
              icon="phone"
              onTap={() => {
                ask('look')
              }}
            />
          ) : (
            <Button
              word="打电话"
              kind="soft"
              icon="phone"
              onTap={() => {
                dial(phone)
              }}
            />
          )}
          <Button
            word="收回岗位"
            kind="plain"
            onTap={() => {
              ask('revoke')
            }}
          />
        </Row>
      ) : (
        <>
          <Button
            word={asking === 'look' ? '看电话' : `确认收回${roleWords[role]}`}
            busy={busy}
            blocked={why.trim() === '' && !busy ? '先写一句原因' : null}
            onTap={asking === 'look' ? look : revoke}
          />
          {!busy && (
            <Button
              word="返回"
              kind="plain"
              onTap={() => {
                ask(null)
              }}
            />
          )}
        </>
      )}
    </Sheet>
  )
}
