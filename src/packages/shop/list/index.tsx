import type { ShopScope } from '#domain/contract/shop'
import { Gate } from '../../../features/session/gate'
import { ShopListScreen } from '../../../features/shop/shop-list-screen'
import { openTab } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'
import { toShop } from '../../../platform/routes'

const scopes: readonly ShopScope[] = ['mine', 'caseload', 'district']

export default function ShopListPage() {
  const { params } = useRouter()
  return (
    <Gate>
      <ShopListScreen
        scope={scopes.find((scope) => scope === params['scope']) ?? 'district'}
        onOpen={toShop}
        onHome={() => {
          openTab('home')
        }}
      />
    </Gate>
  )
}
