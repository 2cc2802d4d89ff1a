import { useQuery } from '@tanstack/react-query'
import type { ShopScope } from '#domain/contract/shop'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { valueOf } from '../../platform/outcome'
import { usePages } from '../../platform/use-pages'

export const shopKey = (id: Id<'shop'>) => ['shop', id] as const

export const useShop = (id: Id<'shop'>) =>
  useQuery({
    queryKey: shopKey(id),
    queryFn: async () => valueOf(await call('shop.read', { id })),
    meta: { live: true },
  })

export interface Filter {
  readonly street: Id<'street'> | null
  readonly cell: Id<'cell'> | null
  readonly trade: Id<'trade'> | null
  readonly words: string
}

export const noFilter: Filter = { street: null, cell: null, trade: null, words: '' }

export const useShops = (scope: ShopScope, filter: Filter) =>
  usePages({
    key: ['shops', scope, filter],
    read: (cursor) => call('shop.list', { scope, ...filter, cursor }),
  })

export const useOverview = () =>
  useQuery({
    queryKey: ['shops', 'overview'],
    queryFn: async () => valueOf(await call('shop.overview', {})),
    meta: { live: true },
    staleTime: 60_000,
  })

export const usePublicShop = (code: Id<'shopCode'>) =>
  useQuery({
    queryKey: ['shop-board', code],
    queryFn: async () => valueOf(await call('shop.public', { code })),
    meta: { live: true },
  })

export const useShopCode = (id: Id<'shop'>) =>
  useQuery({
    queryKey: ['shop-code', id],
    queryFn: async () => valueOf(await call('shop.code', { id })),
    // the address opens for an hour
    staleTime: 30 * 60_000,
  })
