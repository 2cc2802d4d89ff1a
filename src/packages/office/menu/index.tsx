import { OfficeMenuScreen } from '../../../features/office/menu/menu-screen'
import { Gate } from '../../../features/session/gate'
import { toOffice } from '../../../platform/routes'

export default function OfficeMenuPage() {
  return (
    <Gate>
      <OfficeMenuScreen onOpen={toOffice} />
    </Gate>
  )
}
