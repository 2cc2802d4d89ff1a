import type { ShopView } from '#domain/contract/shop'
import { asId } from '#domain/kernel/id'
import { ShopCare } from '../../../features/care/shop-care'
import { DeskButton } from '../../../features/channel/desk-button'
import { Gate } from '../../../features/session/gate'
import { isInChannels } from '../../../features/session/tab-page'
import { usePerson } from '../../../features/session/use-session'
import { ShopDetailScreen } from '../../../features/shop/shop-detail-screen'
import { openTab } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'
import {
  toChannel,
  toClaims,
  toGuidance,
  toHardships,
  toShopCode,
  toShopEdit,
  toVisitForm,
  toVisits,
} from '../../../platform/routes'

const Desk = ({ shop }: { readonly shop: ShopView }) => {
  const session = usePerson()
  const head = session?.roles.some(({ role }) => role === 'head') ?? false
  if (!isInChannels(session)) return null
  return <DeskButton shop={shop.id} head={head && shop.may.includes('shop.unmask')} onOpen={toChannel} />
}
const deskOf = (shop: ShopView) => <Desk shop={shop} />

const Care = ({ shop }: { readonly shop: ShopView }) => {
  const session = usePerson()
  const me = session?.person.id
  const head = me !== undefined && [shop.head, shop.deputy].some((officer) => officer?.person === me)
  if (!head && !shop.owners.some(({ person }) => person === me)) return null
  return (
    <ShopCare
      onGuidance={() => {
        toGuidance({ shop: shop.id })
      }}
      onVisits={() => {
        toVisits({ shop: shop.id })
      }}
      onHardships={() => {
        toHardships({ shop: shop.id })
      }}
      onPlan={
        head
          ? () => {
              toVisitForm(shop.id)
            }
          : null
      }
    />
  )
}
const careOf = (shop: ShopView) => <Care shop={shop} />

export default function ShopDetailPage() {
  const { params } = useRouter()
  return (
    <Gate>
      <ShopDetailScreen
        id={asId(params['id'] ?? '')}
        onEdit={toShopEdit}
        onCode={toShopCode}
        onClaims={toClaims}
        deskOf={deskOf}
        careOf={careOf}
        onHome={() => {
          openTab('home')
        }}
      />
    </Gate>
  )
}
