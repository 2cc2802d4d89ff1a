import { useState } from 'react'
import { ReportListScreen } from '../../features/report/report-list-screen'
import { SnapScreen } from '../../features/report/snap-screen'
import { useActiveRole } from '../../features/session/acting-role'
import { PhoneFirst } from '../../features/session/phone-first'
import { TabPage, worksOnReports } from '../../features/session/tab-page'
import { openTab } from '../../platform/navigation'
import { toReport } from '../../platform/routes'
import { Segments } from '../../ui/segments'

type View = 'work' | 'snap'

const views: readonly (readonly [View, string])[] = [
  ['work', '待办'],
  ['snap', '我要反映'],
]

const toHome = () => {
  openTab('home')
}

const Snap = () => (
  <PhoneFirst onOffers={toHome}>
    <SnapScreen onProgress={toReport} />
  </PhoneFirst>
)

/** Whoever works on reports finds the work here, and their own reporting one tap away. */
export default function SnapPage() {
  const works = worksOnReports(useActiveRole().acting)
  const [view, show] = useState<View>('work')
  return (
    <TabPage tab="snap" top={works && <Segments options={views} value={view} onChange={show} />}>
      {works && view === 'work' ? (
        <ReportListScreen
          scope="work"
          onOpen={toReport}
          onSnap={() => {
            show('snap')
          }}
        />
      ) : (
        <Snap />
      )}
    </TabPage>
  )
}
