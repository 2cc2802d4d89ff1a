import type { Id } from '#domain/kernel/id'
import { useDistrict } from '../../platform/use-district'
import { readingOf } from '../../platform/use-pages'
import { Card } from '../../ui/card'
import { NotHere } from '../../ui/listed'
import { RowLine, Rows } from '../../ui/rows'
import { SectionHead } from '../../ui/section-head'
import { Text } from '../../ui/text'
import { useReports, useStreetReports } from './queries'
import { figureWords, StreetField, StreetLine } from './street-parts'
import { useOwnStreet } from './use-own-street'

interface Props {
  readonly person: Id<'person'>
  readonly onAll: () => void
}

const SHOWN = 3

/** How one's own street is doing, for the home page, below one's own reports: its figures and its newest reports. */
export const StreetCard = ({ person, onAll }: Props) => {
  const { street, choose } = useOwnStreet(person)
  const reports = useStreetReports(street, 'all')
  const page = reports.data?.pages[0]
  const above = useReports('mine', 'all')
  const { data: district } = useDistrict()
  // It comes once what stands above it is there: then nothing moves it any more.
  if (above.isPending) return null
  if (page && page.of === null)
    return district === undefined ? null : (
      <Card title="我的街道">
        <Text as="small">选您住的街道，看看那里反映的问题办得怎么样。</Text>
        <StreetField street={null} onChange={choose} />
      </Card>
    )
  return (
    <>
      <SectionHead title="我的街道" onwardWord="看全部" onTap={onAll} />
      {!page && <NotHere {...readingOf(reports)} cards={1} />}
      {page?.of && (
        <Rows wide={false}>
          <RowLine
            title={page.of.name}
            note={figureWords(page.of)}
            label={`${page.of.name}，${figureWords(page.of)}`}
            onTap={onAll}
          />
          {page.rows.slice(0, SHOWN).map((row) => (
            <StreetLine key={row.id} row={row} />
          ))}
          {page.rows.length === 0 && <RowLine title="还没有反映" note="看到问题，拍下来就行。" />}
        </Rows>
      )}
    </>
  )
}
