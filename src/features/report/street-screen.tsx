import { useState } from 'react'
import type { ReportFilter } from '#domain/contract/report'
import type { Id } from '#domain/kernel/id'
import { useEndless } from '../../platform/use-pages'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Listed } from '../../ui/listed'
import { Rows } from '../../ui/rows'
import { Screen } from '../../ui/screen'
import { Segments } from '../../ui/segments'
import { Text } from '../../ui/text'
import { useStreetReports } from './queries'
import { figureWords, StreetField, StreetLine } from './street-parts'
import { useOwnStreet } from './use-own-street'

const filters = [
  ['open', '正在办'],
  ['ended', '已办结'],
  ['all', '全部'],
] as const

const nothingWords: Record<ReportFilter, string> = {
  open: '这个街道没有正在办的反映。',
  ended: '这个街道还没有办结的反映。',
  all: '这个街道还没有反映。看到了，拍一张就行。',
}

interface Props {
  readonly person: Id<'person'>
  readonly onSnap: () => void
}

/** One street's public reports; which street, the person chooses here. */
export const StreetScreen = ({ person, onSnap }: Props) => {
  const { street, choose } = useOwnStreet(person)
  const [filter, setFilter] = useState<ReportFilter>('open')
  const query = useStreetReports(street, filter)
  const list = useEndless(query)
  const of = query.data?.pages[0]?.of ?? null
  return (
    <Screen>
      <Card>
        <StreetField street={of?.id ?? street} onChange={choose} />
        <Text as="small">{of ? figureWords(of) : '选您住的街道，看看那里反映的问题办得怎么样。'}</Text>
      </Card>
      {list.here && of === null ? null : (
        <>
          <Segments label="办到哪一步" options={filters} value={filter} onChange={setFilter} />
          <Listed
            list={list}
            empty={<EmptyState words={nothingWords[filter]} actionWord="拍照反映" onAction={onSnap} />}
          >
            {(rows) => (
              <Rows>
                {rows.map((row) => (
                  <StreetLine key={row.id} row={row} />
                ))}
              </Rows>
            )}
          </Listed>
        </>
      )}
      <Text as="note" centred>
        只显示类型、社区和进展，不显示文字、照片和反映人
      </Text>
    </Screen>
  )
}
