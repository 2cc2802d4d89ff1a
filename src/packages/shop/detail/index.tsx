import { asId } from '#domain/kernel/id'
import { Gate } from '../../../features/session/gate'
import { ShopDetailScreen } from '../../../features/shop/shop-detail-screen'
import { openTab } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'
import { toClaims, toShopCode, toShopEdit } from '../../../platform/routes'

export default function ShopDetailPage() {
  const { params } = useRouter()
  return (
    <Gate>
      <ShopDetailScreen
        id={asId(params['id'] ?? '')}
        onEdit={toShopEdit}
        onCode={toShopCode}
        onClaims={toClaims}
        onHome={() => {
          openTab('home')
        }}
      />
    </Gate>
  )
}
