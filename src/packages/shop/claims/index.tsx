import { ClaimsScreen } from '../../../features/claim/claims-screen'
import { Gate } from '../../../features/session/gate'
import { usePerson } from '../../../features/session/use-session'
import { openTab } from '../../../platform/navigation'
import { toShop, toShopBoard } from '../../../platform/routes'

const Claims = () => {
  const holds = usePerson()?.roles.map(({ role }) => role) ?? []
  return (
    <ClaimsScreen
      sees={
        holds.includes('head') || holds.includes('command')
          ? 'office'
          : holds.includes('owner')
            ? 'fellow'
            : 'own'
      }
      onShop={toShop}
      onCode={toShopBoard}
      onHome={() => {
        openTab('home')
      }}
    />
  )
}

export default function ClaimsPage() {
  return (
    <Gate>
      <Claims />
    </Gate>
  )
}
