import { ComplaintFormScreen } from '../../../features/complaint/complaint-form-screen'
import { Gate } from '../../../features/session/gate'
import { backToComplaints } from '../../../platform/routes'

export default function ComplainPage() {
  return (
    <Gate>
      <ComplaintFormScreen onList={backToComplaints} />
    </Gate>
  )
}
