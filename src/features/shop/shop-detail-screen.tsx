import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { ShopView } from '#domain/contract/shop'
import type { Id } from '#domain/kernel/id'
import type { StaffMember } from '#domain/shop'
import { serverNow } from '../../platform/server-clock'
import { Button } from '../../ui/button'
import { classes } from '../../ui/classes'
import { Notice } from '../../ui/notice'
import { Row } from '../../ui/row'
import { Screen } from '../../ui/screen'
import { Sheet } from '../../ui/sheet'
import { InviteForm } from './invite-form'
import { LicencesCard } from './licences-card'
import { isRefused } from '../../platform/outcome'
import { LoadState } from './load-state'
import { HeadsCard, OwnersCard } from './people-cards'
import { useShop } from './queries'
import sheet from './shop-detail.module.scss'
import { ShopSummary } from './shop-summary'
import { StaffCard } from './staff-card'
import { StaffForm } from './staff-form'
import { UnmaskForm } from './unmask-form'
import { mostUrgent, validityOf } from './validity'
import { licenceWords } from './words'

const cx = classes(sheet)

type Asking =
  | { readonly kind: 'staff'; readonly member: StaffMember | null }
  | { readonly kind: 'unmask' }
  | { readonly kind: 'invite' }

const titleOf = (asking: Asking): string => {
  if (asking.kind === 'unmask') return '查看电话'
  if (asking.kind === 'invite') return '添加经办人'
  return asking.member === null ? '加一个人' : '修改从业人员'
}

interface Props {
  readonly onEdit: (id: Id<'shop'>) => void
  readonly onCode: (id: Id<'shop'>) => void
  readonly onClaims: () => void
  /** the way to its owner or its head, where this reader has one */
  readonly deskOf: (shop: ShopView) => ReactNode
  /** what is done for it beside checking it */
  readonly careOf: (shop: ShopView) => ReactNode
}

const Loaded = ({ shop, onEdit, onCode, onClaims, deskOf, careOf }: Props & { readonly shop: ShopView }) => {
  const [asking, setAsking] = useState<Asking | null>(null)
  const [held, setHeld] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const close = () => {
    setAsking(null)
  }
  const ask = (what: Asking) => {
    setSaid(null)
    setAsking(what)
  }
  const urgent = mostUrgent(shop.licences, serverNow())
  const { word, todo } = validityOf(urgent?.until ?? null, serverNow(), '换证')
  const code = shop.may.includes('shop.code')
  const update = shop.may.includes('shop.update')
  const foot =
    code || update ? (
      <Row>
        {update && (
          <Button
            word="修改资料"
            kind={code ? 'soft' : 'primary'}
            onTap={() => {
              onEdit(shop.id)
            }}
          />
        )}
        {code && (
          <Button
            word="店铺二维码"
            icon="scan"
            onTap={() => {
              onCode(shop.id)
            }}
          />
        )}
      </Row>
    ) : undefined

  return (
    <Screen foot={foot} covered={asking !== null}>
      {said !== null && <Notice tone="info" icon="check" words={said} />}
      {urgent && <Notice tone="warn" icon="clock" words={`${licenceWords[urgent.kind]}${word} · ${todo}`} />}
      <View className={cx('cards')}>
        <View className={cx('piece')}>
          <ShopSummary shop={shop} />
        </View>
        <View className={cx('piece')}>
          <HeadsCard
            shop={shop}
            desk={deskOf(shop)}
            onUnmask={() => {
              ask({ kind: 'unmask' })
            }}
          />
        </View>
        <View className={cx('piece')}>{careOf(shop)}</View>
        <View className={cx('piece')}>
          <LicencesCard licences={shop.licences} />
        </View>
        <View className={cx('piece')}>
          <StaffCard
            shop={shop}
            onEdit={
              shop.may.includes('shop.staff')
                ? (member) => {
                    ask({ kind: 'staff', member })
                  }
                : null
            }
          />
        </View>
        <View className={cx('piece')}>
          <OwnersCard
            shop={shop}
            onInvite={() => {
              ask({ kind: 'invite' })
            }}
            onClaims={onClaims}
          />
        </View>
      </View>
      {asking !== null && (
        <Sheet title={titleOf(asking)} onClose={close} held={held}>
          {asking.kind === 'staff' && (
            <StaffForm
              shop={shop}
              member={asking.member}
              onBusy={setHeld}
              onDone={() => {
                close()
                setSaid('从业人员已保存')
              }}
            />
          )}
          {asking.kind === 'unmask' && <UnmaskForm id={shop.id} />}
          {asking.kind === 'invite' && (
            <InviteForm
              shop={shop.id}
              onBusy={setHeld}
              onDone={(name) => {
                close()
                setSaid(`已添加${name}。请${name}在「我的」里验证这个手机号，首页会问是不是这家店。`)
              }}
            />
          )}
        </Sheet>
      )}
    </Screen>
  )
}

/** A shop as its owner, its head or the office sees it; the buttons are what the server says this reader may do. */
export const ShopDetailScreen = ({
  id,
  onHome,
  ...ways
}: Props & { readonly id: Id<'shop'>; readonly onHome: () => void }) => {
  const { data, error, refetch } = useShop(id)
  if (data && !isRefused(error)) return <Loaded shop={data} {...ways} />
  return (
    <LoadState
      error={error}
      goneWords="这家店铺现在不由您看。可能已转给别人，或认领已撤销，原因在「消息」里。"
      goneAction="回首页"
      onGone={onHome}
      onRetry={() => {
        void refetch()
      }}
    />
  )
}
