import type { ReportScope } from '#domain/contract/report'
import type { Id } from '#domain/kernel/id'
import { readingOf } from '../../platform/use-pages'
import { Card } from '../../ui/card'
import { NotHere } from '../../ui/listed'
import { SectionHead } from '../../ui/section-head'
import { Text } from '../../ui/text'
import { useReports } from './queries'
import { ReportRowCard } from './report-row'

interface Props {
  readonly scope: ReportScope
  readonly title: string
  readonly nothing: string
  readonly allWord: string
  readonly onOpen: (id: Id<'report'>) => void
  readonly onAll: () => void
}

const SHOWN = 3

/** The first few of a list, for the home page; the list itself has the rest. */
export const LatestReports = ({ scope, title, nothing, allWord, onOpen, onAll }: Props) => {
  const reports = useReports(scope, scope === 'work' ? 'open' : 'all')
  const { data } = reports
  const rows = data?.pages[0]?.rows.slice(0, SHOWN) ?? []
  return (
    <>
      <SectionHead title={title} onwardWord={allWord} onTap={onAll} />
      {!data && <NotHere {...readingOf(reports)} cards={SHOWN} />}
      {data && rows.length === 0 && (
        <Card>
          <Text as="small">{nothing}</Text>
        </Card>
      )}
      {rows.map((row) => (
        <ReportRowCard
          key={row.id}
          row={row}
          mine={scope === 'mine'}
          onTap={() => {
            onOpen(row.id)
          }}
        />
      ))}
    </>
  )
}
