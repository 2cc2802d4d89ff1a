import { useEffect, useState } from 'react'
import type { ShopScope } from '#domain/contract/shop'
import type { Id } from '#domain/kernel/id'
import { useDistrict } from '../../platform/use-district'
import { useEndless } from '../../platform/use-pages'
import { EmptyState } from '../../ui/empty-state'
import { Listed } from '../../ui/listed'
import { Screen } from '../../ui/screen'
import { noFilter, useShops, type Filter } from './queries'
import { ShopFilter } from './shop-filter'
import { ShopRowCard } from './shop-row'

interface Props {
  readonly scope: ShopScope
  readonly onOpen: (id: Id<'shop'>) => void
  readonly onHome: () => void
}

/** milliseconds without a keystroke: then the words are looked for */
const TYPED = 400

const isNarrowed = ({ street, cell, trade, words }: Filter): boolean =>
  street !== null || cell !== null || trade !== null || words !== ''

export const ShopListScreen = ({ scope, onOpen, onHome }: Props) => {
  const { data: district } = useDistrict()
  const [filter, setFilter] = useState(noFilter)
  const [typed, setTyped] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => {
      setFilter((now) => (now.words === typed.trim() ? now : { ...now, words: typed.trim() }))
    }, TYPED)
    return () => {
      clearTimeout(timer)
    }
  }, [typed])

  const shops = useEndless(useShops(scope, filter))
  const narrowed = isNarrowed(filter)

  return (
    <Screen>
      <ShopFilter district={district} filter={filter} onChange={setFilter} words={typed} onWords={setTyped} />
      <Listed
        list={shops}
        moreWord="再看更多"
        empty={
          <EmptyState
            icon="shop"
            words={
              narrowed ? '没有找到这样的店铺，换个词或放宽筛选再试。' : '这里还没有店铺，分给您以后会显示。'
            }
            actionWord={narrowed ? '看全部店铺' : '回首页'}
            onAction={() => {
              if (!narrowed) onHome()
              setTyped('')
              setFilter(noFilter)
            }}
          />
        }
      >
        {(rows) => rows.map((row) => <ShopRowCard key={row.id} row={row} onOpen={onOpen} />)}
      </Listed>
    </Screen>
  )
}
