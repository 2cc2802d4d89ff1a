import { useState, type ReactNode } from 'react'
import { holdsShop, type ClaimMove } from '#domain/claim'
import type { Id } from '#domain/kernel/id'
import { canScan } from '../../platform/scan'
import { useEndless } from '../../platform/use-pages'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Listed } from '../../ui/listed'
import { Screen } from '../../ui/screen'
import { Segments } from '../../ui/segments'
import { Text } from '../../ui/text'
import { ClaimCard } from './claim-card'
import { FindShop } from './find-shop'
import { MoveSheet } from './move-sheet'
import { OfferCard } from './offer-card'
import { useClaims, type ClaimFilter, type ClaimScope } from './queries'

type Shelf = 'waiting' | 'all' | 'mine'

/** Who decides on claims, who holds a shop that others claim too, and everybody else. */
const shelves = {
  office: [
    ['waiting', '待核对'],
    ['all', '全部'],
    ['mine', '我的'],
  ],
  fellow: [
    ['mine', '我的'],
    ['all', '我店的认领'],
  ],
  own: [['mine', '我的']],
} as const satisfies Record<string, readonly (readonly [Shelf, string])[]>

const asked: Record<Shelf, readonly [ClaimScope, ClaimFilter]> = {
  waiting: ['work', 'open'],
  all: ['work', 'all'],
  mine: ['mine', 'all'],
}

interface Asking {
  readonly claim: Id<'claim'>
  readonly move: ClaimMove
}

interface Props {
  /** heads and command: claims come to them; owners see who else claims their shop */
  readonly sees: keyof typeof shelves
  readonly onShop: (id: Id<'shop'>) => void
  readonly onCode: (code: Id<'shopCode'>) => void
  readonly onHome: () => void
}

/** One's own claims, with the way to a new one; for heads and command those that wait for their word. */
export const ClaimsScreen = ({ sees, onShop, onCode, onHome }: Props) => {
  const [chosen, setChosen] = useState<Shelf | null>(null)
  const shelf: Shelf = chosen ?? shelves[sees][0][0]
  const [asking, setAsking] = useState<Asking | null>(null)
  const [scope, filter] = asked[shelf]
  const claims = useEndless(useClaims(scope, filter))
  // A move that somebody else made first takes its question away.
  const open = claims.rows.find(({ id, moves }) => id === asking?.claim && moves.includes(asking.move))

  // Pasting an address is for who has no shop yet; whoever can scan may add another.
  const finds = shelf === 'mine' && claims.here && (canScan() || !claims.rows.some(holdsShop))

  return (
    <Screen>
      {sees !== 'own' && (
        <Segments label="看哪些认领" options={shelves[sees]} value={shelf} onChange={setChosen} />
      )}
      {shelf === 'mine' && <OfferCard />}
      <Listed list={claims} cards={3} empty={<Nothing shelf={shelf} onHome={onHome} />}>
        {(rows) =>
          rows.map((row) => (
            <ClaimCard
              key={row.id}
              row={row}
              mine={shelf === 'mine'}
              onShop={onShop}
              onAsk={(move) => {
                setAsking({ claim: row.id, move })
              }}
            />
          ))
        }
      </Listed>
      {finds && <FindShop onCode={onCode} />}
      {asking !== null && open && (
        <MoveSheet
          row={open}
          move={asking.move}
          onClose={() => {
            setAsking(null)
          }}
        />
      )}
    </Screen>
  )
}

const Nothing = ({ shelf, onHome }: { readonly shelf: Shelf; readonly onHome: () => void }): ReactNode => {
  if (shelf === 'mine')
    return (
      <Card>
        <Text as="small">您还没有认领店铺。</Text>
      </Card>
    )
  const words =
    shelf === 'waiting' ? '没有等您核对的认领。有人认领您的店铺，会在消息里告诉您。' : '这里还没有认领。'
  return <EmptyState icon="shop" words={words} actionWord="回首页" onAction={onHome} />
}
