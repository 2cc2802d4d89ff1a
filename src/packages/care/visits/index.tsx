import { asId } from '#domain/kernel/id'
import type { VisitsOf } from '#domain/contract/visit'
import { VisitsScreen } from '../../../features/care/visits-screen'
import { Gate } from '../../../features/session/gate'
import { openTab } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'
import { toShop } from '../../../platform/routes'

const ofParams = ({ visit, shop }: Partial<Record<string, string>>): VisitsOf => {
  if (visit !== undefined) return { kind: 'visit', id: asId(visit) }
  return shop === undefined ? { kind: 'caseload' } : { kind: 'shop', shop: asId(shop) }
}

export default function VisitsPage() {
  const { params } = useRouter()
  return (
    <Gate>
      <VisitsScreen
        of={ofParams(params)}
        onShop={toShop}
        onHome={() => {
          openTab('home')
        }}
      />
    </Gate>
  )
}
