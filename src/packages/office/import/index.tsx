import { asId } from '#domain/kernel/id'
import { ImportScreen } from '../../../features/office/sheets/import-screen'
import { Gate } from '../../../features/session/gate'
import { backOrTo } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'
import { officePath } from '../../../platform/routes'

export default function ImportPage() {
  const { params } = useRouter()
  return (
    <Gate>
      <ImportScreen
        id={asId(params['id'] ?? '')}
        onImports={() => {
          backOrTo(officePath('imports'))
        }}
      />
    </Gate>
  )
}
