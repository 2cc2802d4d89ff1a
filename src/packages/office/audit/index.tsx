import { AuditScreen } from '../../../features/office/audit/audit-screen'
import { Gate } from '../../../features/session/gate'

export default function AuditPage() {
  return (
    <Gate>
      <AuditScreen />
    </Gate>
  )
}
