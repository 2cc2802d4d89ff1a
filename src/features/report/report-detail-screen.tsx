import { useState, type ReactNode } from 'react'
import type { ReportView } from '#domain/contract/report'
import type { Id } from '#domain/kernel/id'
import { unreachable } from '#domain/kernel/unreachable'
import type { ReportMove } from '#domain/report'
import { call } from '../../platform/cloud'
import { useDistrict } from '../../platform/use-district'
import { readingOf } from '../../platform/use-pages'
import { NotHere } from '../../ui/listed'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Sheet } from '../../ui/sheet'
import { FixForm } from './fix-form'
import { MoveBar } from './move-bar'
import { ConfirmForm, DeclineForm, ReopenForm, TriageForm } from './move-forms'
import { useReport } from './queries'
import { ReportProgress } from './report-progress'
import { ReportSummary } from './report-summary'
import { useMove } from './use-move'
import { dropMoveDraft } from './use-move-draft'
import { moveWords } from './words'

type Asking = Exclude<ReportMove, 'start' | 'close'>

interface Props {
  readonly id: Id<'report'>
  /** what a reader can do about somebody else's report; stands at its end */
  readonly foreign?: ReactNode
}

const Loaded = ({ view, foreign }: Omit<Props, 'id'> & { readonly view: ReportView }) => {
  const [asking, setAsking] = useState<Asking | null>(null)
  const { data: district } = useDistrict()
  const close = () => {
    setAsking(null)
  }
  const { run, busy, failure, forgetFailure } = useMove(view, (move) => {
    dropMoveDraft(view.id, move)
    close()
  })
  // A move that somebody else made first takes its question away.
  const open = asking !== null && view.moves.includes(asking) ? asking : null

  const onMove = (move: ReportMove) => {
    switch (move) {
      case 'start':
        run({ move, body: null, send: (target) => call('report.start', target) })
        return
      case 'close':
        run({ move, body: null, send: (target) => call('report.close', target) })
        return
      case 'triage':
      case 'decline':
      case 'fix':
      case 'confirm':
      case 'reopen':
        forgetFailure()
        setAsking(move)
        return
      default:
        unreachable(move)
    }
  }

  return (
    <Screen
      foot={view.moves.length > 0 ? <MoveBar view={view} busy={busy} onMove={onMove} /> : undefined}
      covered={open !== null}
    >
      {failure !== null && open === null && <Notice words={failure} />}
      <ReportSummary view={view} />
      <ReportProgress view={view} />
      {!view.mine && foreign}
      {open !== null && (
        <Sheet title={moveWords[open]} onClose={close} held={busy}>
          {open === 'triage' && district && <TriageForm busy={busy} onSend={run} district={district} />}
          {open === 'decline' && <DeclineForm id={view.id} busy={busy} onSend={run} />}
          {open === 'fix' && <FixForm id={view.id} busy={busy} onSend={run} />}
          {open === 'reopen' && <ReopenForm id={view.id} busy={busy} onSend={run} />}
          {open === 'confirm' && <ConfirmForm busy={busy} onSend={run} />}
          {failure !== null && <Notice words={failure} />}
        </Sheet>
      )}
    </Screen>
  )
}

export const ReportDetailScreen = ({ id, foreign }: Props) => {
  const report = useReport(id)
  const { data: view } = report
  if (view) return <Loaded view={view} foreign={foreign} />
  return (
    <Screen>
      <NotHere {...readingOf(report)} cards={2} tall />
    </Screen>
  )
}
