import { asId } from '#domain/kernel/id'
import { ReportDetailScreen } from '../../../features/report/report-detail-screen'
import { useRouter } from '../../../platform/page'

export default function ReportDetailPage() {
  const { params } = useRouter()
  return <ReportDetailScreen id={asId(params['id'] ?? '')} />
}
