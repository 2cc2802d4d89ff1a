import { Gate } from '../../../features/session/gate'
import { ReportListScreen } from '../../../features/report/report-list-screen'
import { showSnapTab } from '../../../features/session/snap-tab'
import { openTab } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'
import { toReport } from '../../../platform/routes'

export default function ReportListPage() {
  const { params } = useRouter()
  return (
    <Gate>
      <ReportListScreen
        scope={params['scope'] === 'work' ? 'work' : 'mine'}
        onOpen={toReport}
        onSnap={() => {
          showSnapTab('snap')
          openTab('snap')
        }}
      />
    </Gate>
  )
}
