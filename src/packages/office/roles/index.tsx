import { RolesScreen } from '../../../features/office/roles/roles-screen'
import { Gate } from '../../../features/session/gate'
import { toOffice } from '../../../platform/routes'

export default function RolesPage() {
  return (
    <Gate>
      <RolesScreen
        onCaseloads={() => {
          toOffice('caseloads')
        }}
      />
    </Gate>
  )
}
