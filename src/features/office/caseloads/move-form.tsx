import { useState } from 'react'
import type { CaseloadRow, CaseloadView, MovePreview } from '#domain/contract/caseload'
import type { DistrictView } from '#domain/contract/district'
import type { Day } from '#domain/kernel/day'
import { dayOf, readDay, startOf } from '#domain/kernel/day'
import { call } from '../../../platform/cloud'
import { serverNow } from '../../../platform/server-clock'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { DateField } from '../../../ui/date-field'
import { Field, Hairline } from '../../../ui/field'
import { Notice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { Tappable } from '../../../ui/tappable'
import { dayWords } from '../../../ui/time-words'
import { useOfficeAct } from '../shared/use-office-act'
import { CaseloadCard } from './caseload-card'
import { DeputySheet } from './deputy-sheet'
import { fullName, type Done, type Receiver } from './move-done'
import { PickCard } from './pick-card'
import { groupsOf, nothingPicked, pickFrom, poolsFor, type Pool } from './picking'
import { PreviewSheet } from './preview-sheet'
import { ReceiverSheet } from './receiver-sheet'

interface Props {
  readonly view: CaseloadView
  readonly district: DistrictView
  readonly heads: readonly CaseloadRow[]
  readonly onDone: (done: Done) => void
  readonly onHandOvers: () => void
}

const missing = (picked: boolean, receiver: boolean): string | null => {
  if (!picked) return '先选交接哪些店铺'
  return receiver ? null : '先选交给谁'
}

const streetNameOf = ({ holder }: CaseloadView, { streets, cells }: DistrictView): string => {
  const cell = holder.kind === 'pool' ? cells.find(({ id }) => id === holder.cell) : undefined
  return streets.find(({ id }) => id === cell?.street)?.name ?? ''
}

const receiverOf = (id: string, heads: readonly CaseloadRow[], pools: readonly Pool[]): Receiver | null => {
  const head = heads.find((one) => one.id === id)
  if (head) return { id: head.id, name: fullName(head), pool: false }
  const pool = pools.find((one) => one.id === id)
  return pool ? { id: pool.id, name: pool.name, pool: true } : null
}

/** Which shops, to whom, from which day; then what that would do; then one act. */
export const MoveForm = ({ view, district, heads, onDone, onHandOvers }: Props) => {
  const [picking, setPicking] = useState(nothingPicked)
  const [chosen, choose] = useState<string | null>(null)
  const [on, setOn] = useState<Day | null>(null)
  const [open, setOpen] = useState<'receiver' | 'deputy' | null>(null)
  const [preview, setPreview] = useState<MovePreview | null>(null)
  const { run, busy, failure, forgetFailure } = useOfficeAct()
  const now = serverNow()
  const today = dayOf(now)
  const planned = on !== null && on > today ? on : null
  const when = planned === null ? '今天，马上生效' : dayWords(startOf(planned), now)
  const { way } = picking
  const groups = way === 'all' || way === 'shops' ? [] : groupsOf(way, view.list, district)
  const pick = pickFrom(picking, groups)
  const others = heads.filter(({ id }) => id !== view.id)
  const pools = poolsFor(view, pick, district)
  // Looked up anew each time: another pick may leave no shop in the pool that was chosen.
  const to = chosen === null ? null : receiverOf(chosen, others, pools)

  const look = () => {
    if (to === null || pick === null) return
    const body = { from: view.id, to: to.id, pick }
    run({
      body: ['preview', body],
      send: () => call('caseload.preview', body),
      onDone: setPreview,
    })
  }
  const move = () => {
    if (to === null || preview === null) return
    const body = { from: view.id, to: to.id, shops: preview.shops, on: planned }
    run({
      body: ['move', body],
      send: ({ key }) => call('caseload.move', { ...body, key }),
      onDone: () => {
        const shops = preview.shops.length
        onDone({ from: fullName(view), to, shops, on: planned === null ? null : when })
      },
    })
  }

  const foot = (
    <>
      {failure !== null && preview === null && <Notice words={failure.words} />}
      <Button
        word="先看看会怎样"
        busy={busy}
        blocked={busy ? null : missing(pick !== null, to !== null)}
        onTap={look}
      />
    </>
  )

  return (
    <Screen {...(view.shops > 0 ? { foot } : {})} covered={open !== null || preview !== null}>
      <CaseloadCard
        view={view}
        streetName={streetNameOf(view, district)}
        onHandOvers={onHandOvers}
        onDeputy={() => {
          setOpen('deputy')
        }}
      />
      {view.shops > 0 && (
        <>
          <PickCard
            view={view}
            picking={picking}
            groups={groups}
            onChange={(next) => {
              forgetFailure()
              setPicking(next)
            }}
          />
          <Card>
            <Tappable
              label={`交给谁：${to?.name ?? '请选择'}`}
              onTap={() => {
                forgetFailure()
                setOpen('receiver')
              }}
            >
              <Field name="交给谁" value={to?.name ?? '请选择'} onward />
            </Tappable>
            <Hairline />
            <DateField
              name="哪天生效"
              value={on ?? ''}
              shown={when}
              start={today}
              earliest={today}
              onChange={(day) => {
                setOn(readDay(day))
              }}
            />
          </Card>
        </>
      )}
      {open === 'receiver' && (
        <ReceiverSheet
          heads={others}
          pools={pools}
          chosen={to?.id ?? null}
          onChoose={(id) => {
            choose(id)
            setOpen(null)
          }}
          onClose={() => {
            setOpen(null)
          }}
        />
      )}
      {open === 'deputy' && (
        <DeputySheet
          view={view}
          heads={heads}
          onClose={() => {
            setOpen(null)
          }}
        />
      )}
      {preview !== null && to !== null && (
        <PreviewSheet
          preview={preview}
          from={{ name: fullName(view), shops: view.shops }}
          to={to}
          when={when}
          busy={busy}
          failure={failure?.words ?? null}
          onConfirm={move}
          onClose={() => {
            forgetFailure()
            setPreview(null)
          }}
        />
      )}
    </Screen>
  )
}
