import { asId } from '#domain/kernel/id'
import { VisitFormScreen } from '../../../features/care/visit-form-screen'
import { Gate } from '../../../features/session/gate'
import { useRouter } from '../../../platform/page'
import { backToVisits } from '../../../platform/routes'

export default function VisitFormPage() {
  const { params } = useRouter()
  const shop = asId<'shop'>(params['shop'] ?? '')
  return (
    <Gate>
      <VisitFormScreen
        shop={shop}
        onDone={() => {
          backToVisits(shop)
        }}
      />
    </Gate>
  )
}
