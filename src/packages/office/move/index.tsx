import { asId } from '#domain/kernel/id'
import { MoveScreen } from '../../../features/office/caseloads/move-screen'
import { Gate } from '../../../features/session/gate'
import { backOrTo } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'
import { officePath, toHandOvers } from '../../../platform/routes'

export default function MovePage() {
  const { params } = useRouter()
  return (
    <Gate>
      <MoveScreen
        id={asId(params['id'] ?? '')}
        onHandOvers={toHandOvers}
        onCaseloads={() => {
          backOrTo(officePath('caseloads'))
        }}
      />
    </Gate>
  )
}
