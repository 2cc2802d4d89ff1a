import { useState } from 'react'
import type { VisitRow, VisitsOf } from '#domain/contract/visit'
import type { Id } from '#domain/kernel/id'
import type { VisitMove } from '#domain/visit'
import { readingOf, useEndless } from '../../platform/use-pages'
import { EmptyState } from '../../ui/empty-state'
import { Listed, NotHere } from '../../ui/listed'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Segments } from '../../ui/segments'
import { useRoute, useVisits } from './queries'
import { VisitCard } from './visit-card'
import { VisitSheet } from './visit-sheets'

interface Ways {
  readonly onShop: (id: Id<'shop'>) => void
  readonly onHome: () => void
}

interface Moving {
  readonly row: VisitRow
  readonly move: VisitMove['kind']
}

interface ListProps extends Ways {
  readonly onMove: (moving: Moving) => void
}

const Route = ({ onMove, onShop, onHome }: ListProps) => {
  const route = useRoute()
  if (!route.data) return <NotHere {...readingOf(route)} />
  if (route.data.rows.length === 0)
    return (
      <EmptyState
        icon="check"
        words="今天没有约好的上门指导。打开一家店铺，点「约个时间上门」。"
        actionWord="回首页"
        onAction={onHome}
      />
    )
  return (
    <>
      {route.data.rows.map((row, at) => (
        <VisitCard
          key={row.id}
          row={row}
          place={at + 1}
          onShop={onShop}
          onMove={(move) => {
            onMove({ row, move })
          }}
        />
      ))}
    </>
  )
}

const List = ({ of, onMove, onShop, onHome }: ListProps & { readonly of: VisitsOf }) => {
  const visits = useEndless(useVisits(of))
  return (
    <Listed
      list={visits}
      empty={<EmptyState icon="clock" words="还没有约过上门指导。" actionWord="回首页" onAction={onHome} />}
    >
      {(rows) =>
        rows.map((row) => (
          <VisitCard
            key={row.id}
            row={row}
            onShop={onShop}
            onMove={(move) => {
              onMove({ row, move })
            }}
          />
        ))
      }
    </Listed>
  )
}

/** 上门指导: 「今天的路线」 and all that is planned; or one shop's. */
export const VisitsScreen = ({ of, onShop, onHome }: Ways & { readonly of: VisitsOf }) => {
  const [moving, setMoving] = useState<Moving | null>(null)
  const [shown, setShown] = useState<'route' | 'all'>('route')
  const ways = { onShop, onHome, onMove: setMoving }
  const own = of.kind === 'caseload'
  return (
    <Screen covered={moving !== null}>
      {own ? (
        <Segments
          label="看哪些"
          options={[
            ['route', '今天的路线'],
            ['all', '全部约好的'],
          ]}
          value={shown}
          onChange={setShown}
        />
      ) : (
        <Notice tone="info" icon="check" words="上门指导是来帮忙的：不打分，不用签字，不开罚单。" />
      )}
      {own && shown === 'route' ? <Route {...ways} /> : <List of={of} {...ways} />}
      {moving && (
        <VisitSheet
          {...moving}
          onClose={() => {
            setMoving(null)
          }}
        />
      )}
    </Screen>
  )
}
