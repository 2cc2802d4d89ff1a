import { useState, type ReactNode } from 'react'
import type { ComplainedMessage, ComplaintRow } from '#domain/contract/complaint'
import type { ComplaintSubject } from '#domain/complaint'
import { useEndless } from '../../platform/use-pages'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Listed } from '../../ui/listed'
import { Screen } from '../../ui/screen'
import { Segments } from '../../ui/segments'
import { AnswerSheet } from './answer-sheet'
import { ComplaintCard } from './complaint-card'
import { complaintViews, useComplaints, type ComplaintView } from './queries'

const officeViews = [
  ['waiting', '待答复'],
  ['all', '全部'],
  ['mine', '我提交的'],
] as const

interface Props {
  /** the reader answers for the office */
  readonly office: boolean
  readonly first: 'mine' | 'work'
  readonly onWrite: () => void
  /** leads to what a complaint is about; null where the reader may not go there */
  readonly onAbout: ((about: ComplaintSubject) => void) | null
  /** draws the message that a complaint is about; `renew` reads it again where its addresses have run out */
  readonly draw: (body: ComplainedMessage['body'], renew: () => void) => ReactNode
}

export const ComplaintListScreen = ({ office, first, onWrite, onAbout, draw }: Props) => {
  const [chosen, setView] = useState<ComplaintView>(first === 'mine' ? 'mine' : 'waiting')
  const view = office ? chosen : 'mine'
  const [answering, setAnswering] = useState<ComplaintRow | null>(null)
  const query = useComplaints(view)
  const complaints = useEndless(query)
  const renew = () => {
    void query.refetch()
  }

  return (
    <Screen
      foot={
        view === 'mine' && complaints.rows.length > 0 ? (
          <Button word="写投诉建议" onTap={onWrite} />
        ) : undefined
      }
      covered={answering !== null}
    >
      {office && <Segments label="看哪些投诉建议" options={officeViews} value={view} onChange={setView} />}
      <Listed
        list={complaints}
        cards={3}
        empty={
          <EmptyState
            icon="chat"
            words={complaintViews[view].nothing}
            actionWord={view === 'waiting' ? '看全部' : '写投诉建议'}
            onAction={() => {
              if (view === 'waiting') setView('all')
              else onWrite()
            }}
          />
        }
      >
        {(rows) =>
          rows.map((row) => (
            <ComplaintCard
              key={row.id}
              row={row}
              onAnswer={row.answerable ? setAnswering : null}
              onAbout={view === 'mine' ? null : onAbout}
              draw={(body) => draw(body, renew)}
            />
          ))
        }
      </Listed>
      {answering && (
        <AnswerSheet
          row={complaints.rows.find(({ id }) => id === answering.id) ?? answering}
          onClose={() => {
            setAnswering(null)
          }}
        />
      )}
    </Screen>
  )
}
