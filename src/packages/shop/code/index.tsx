import { asId } from '#domain/kernel/id'
import { Gate } from '../../../features/session/gate'
import { CodeScreen } from '../../../features/shop/code-screen'
import { openTab } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'

export default function ShopCodePage() {
  const { params } = useRouter()
  return (
    <Gate>
      <CodeScreen
        id={asId(params['id'] ?? '')}
        onHome={() => {
          openTab('home')
        }}
      />
    </Gate>
  )
}
