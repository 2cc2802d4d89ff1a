import { asId } from '#domain/kernel/id'
import { FlagEntry } from '../../../features/complaint/flag-sheet'
import { Gate } from '../../../features/session/gate'
import { ReportDetailScreen } from '../../../features/report/report-detail-screen'
import { useRouter } from '../../../platform/page'

export default function ReportDetailPage() {
  const { params } = useRouter()
  const id = asId<'report'>(params['id'] ?? '')
  return (
    <Gate>
      <ReportDetailScreen id={id} foreign={<FlagEntry about={{ kind: 'report', id }} />} />
    </Gate>
  )
}
