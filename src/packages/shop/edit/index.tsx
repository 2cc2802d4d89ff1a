import { asId } from '#domain/kernel/id'
import { Gate } from '../../../features/session/gate'
import { EditScreen } from '../../../features/shop/edit-screen'
import { openTab } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'
import { backToShop } from '../../../platform/routes'

export default function ShopEditPage() {
  const { params } = useRouter()
  const id = asId<'shop'>(params['id'] ?? '')
  return (
    <Gate>
      <EditScreen
        id={id}
        onSaved={() => {
          backToShop(id)
        }}
        onHome={() => {
          openTab('home')
        }}
      />
    </Gate>
  )
}
