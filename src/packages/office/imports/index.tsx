import { ImportsScreen } from '../../../features/office/sheets/imports-screen'
import { Gate } from '../../../features/session/gate'
import { toImport } from '../../../platform/routes'

export default function ImportsPage() {
  return (
    <Gate>
      <ImportsScreen onOpen={toImport} />
    </Gate>
  )
}
