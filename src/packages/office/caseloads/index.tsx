import { CaseloadsScreen } from '../../../features/office/caseloads/caseloads-screen'
import { Gate } from '../../../features/session/gate'
import { toMove, toOffice } from '../../../platform/routes'

export default function CaseloadsPage() {
  return (
    <Gate>
      <CaseloadsScreen
        onOpen={toMove}
        onImport={() => {
          toOffice('imports')
        }}
      />
    </Gate>
  )
}
