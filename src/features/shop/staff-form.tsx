import { useState } from 'react'
import { dayOf, readDay, startOf } from '#domain/kernel/day'
import { asId } from '#domain/kernel/id'
import type { ShopView } from '#domain/contract/shop'
import type { StaffMember } from '#domain/shop'
import { call } from '../../platform/cloud'
import { randomKey } from '../../platform/random-key'
import { serverNow } from '../../platform/server-clock'
import { useDraft } from '../../platform/use-draft'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { InputLine } from '../../ui/input-line'
import { Notice } from '../../ui/notice'
import { Row } from '../../ui/row'
import { Text } from '../../ui/text'
import { dateWords } from '../../ui/time-words'
import { useSave } from './use-save'
import { staffRefusalWords } from './words'

interface Props {
  readonly shop: ShopView
  /** null: a new one */
  readonly member: StaffMember | null
  readonly onDone: () => void
  readonly onBusy: (busy: boolean) => void
}

const draftName = ({ id }: ShopView, member: StaffMember | null) => `staff-draft:${id}:${member?.id ?? 'new'}`

/** In the place of the member with this id, else at the end; the others as they stand now. */
const withMember = (staff: readonly StaffMember[], one: StaffMember): readonly StaffMember[] =>
  staff.some(({ id }) => id === one.id)
    ? staff.map((other) => (other.id === one.id ? one : other))
    : [...staff, one]

/** One member of staff with the health certificate; the list goes out as a whole, on the version last read. */
export const StaffForm = ({ shop, member, onDone, onBusy }: Props) => {
  const now = serverNow()
  const [fresh] = useState(randomKey)
  const { draft, edit, drop } = useDraft(draftName(shop, member), {
    id: member?.id ?? '',
    name: member?.name ?? '',
    number: member?.certificate?.number ?? '',
    until: member?.certificate?.until ?? '',
  })
  const [removing, setRemoving] = useState(false)
  const { busy, failure, run, forgetFailure } = useSave(
    shop.id,
    staffRefusalWords,
    async (staff: readonly StaffMember[]) => {
      onBusy(true)
      const answer = await call('shop.staff', { id: shop.id, version: shop.version, staff })
      onBusy(false)
      return answer
    },
    () => {
      drop()
      onDone()
    },
  )
  const change = (part: Partial<typeof draft>) => {
    forgetFailure()
    // A new member keeps one id over repeats and restarts: stored twice it is still one.
    edit(draft.id === '' ? { id: fresh, ...part } : part)
  }
  const number = draft.number.trim()
  const until = readDay(draft.until)
  const blocked =
    draft.name.trim() === ''
      ? '先写姓名'
      : number !== '' && until === null
        ? '请选健康证有效期'
        : number === '' && until !== null
          ? '请填健康证编号'
          : null

  const save = () => {
    const one: StaffMember = {
      id: asId(draft.id === '' ? fresh : draft.id),
      name: draft.name.trim(),
      certificate: number === '' || until === null ? null : { number, until },
    }
    run(withMember(shop.staff, one))
  }
  return (
    <>
      <Text as="strong">姓名</Text>
      <InputLine
        label="姓名"
        hint="和身份证上一样"
        value={draft.name}
        most={20}
        disabled={busy}
        onChange={(name) => {
          change({ name })
        }}
      />
      <Text as="strong">健康证编号</Text>
      <InputLine
        label="健康证编号"
        hint="还没办可以空着"
        value={draft.number}
        most={40}
        disabled={busy}
        onChange={(text) => {
          change({ number: text })
        }}
      />
      <DateField
        name="健康证有效期至"
        value={draft.until}
        shown={until === null ? '请选日期' : dateWords(startOf(until), now)}
        start={dayOf(now)}
        disabled={busy}
        onChange={(day) => {
          change({ until: day })
        }}
      />
      {until !== null && number === '' && (
        <Button
          word="还没办健康证，清空日期"
          kind="plain"
          small
          onTap={() => {
            change({ until: '' })
          }}
        />
      )}
      <Text as="small">只记有没有和到哪天，不记体检结果。</Text>
      {failure !== null && <Notice words={failure} />}
      {removing && member ? (
        <>
          <Notice tone="warn" words={`删去后，${member.name}不再算本店从业人员。`} />
          <Row>
            <Button
              word="不删"
              kind="plain"
              busy={busy}
              onTap={() => {
                setRemoving(false)
              }}
            />
            <Button
              word="确认删去"
              busy={busy}
              busyWord="正在保存"
              onTap={() => {
                run(shop.staff.filter(({ id }) => id !== member.id))
              }}
            />
          </Row>
        </>
      ) : (
        <>
          <Button word="保存" busy={busy} busyWord="正在保存" blocked={blocked} onTap={save} />
          {member && (
            <Button
              word="删去这个人"
              kind="plain"
              busy={busy}
              onTap={() => {
                setRemoving(true)
              }}
            />
          )}
        </>
      )}
    </>
  )
}
