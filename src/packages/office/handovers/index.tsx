import { asId } from '#domain/kernel/id'
import { HandOversScreen } from '../../../features/office/caseloads/handovers-screen'
import { Gate } from '../../../features/session/gate'
import { useRouter } from '../../../platform/page'
import { toOffice } from '../../../platform/routes'

export default function HandOversPage() {
  const { params } = useRouter()
  const caseload = params['caseload'] ?? ''
  return (
    <Gate>
      <HandOversScreen
        caseload={caseload === '' ? null : asId(caseload)}
        onCaseloads={() => {
          toOffice('caseloads')
        }}
      />
    </Gate>
  )
}
