import { View } from '@tarojs/components'
import { useState } from 'react'
import { ReportListScreen } from '../../features/report/report-list-screen'
import { SnapScreen } from '../../features/report/snap-screen'
import { useActiveRole } from '../../features/session/acting-role'
import { PhoneFirst } from '../../features/session/phone-first'
import { showSnapTab, useSnapTab, type SnapView } from '../../features/session/snap-tab'
import { TabPage, worksOnReports } from '../../features/session/tab-page'
import { openTab } from '../../platform/navigation'
import { toReport } from '../../platform/routes'
import { Segments } from '../../ui/segments'

const views: readonly (readonly [SnapView, string])[] = [
  ['work', '待办'],
  ['snap', '我要反映'],
]

const toHome = () => {
  openTab('home')
}
const toForm = () => {
  showSnapTab('snap')
}

const Snap = () => (
  <PhoneFirst onOffers={toHome}>
    <SnapScreen onProgress={toReport} />
  </PhoneFirst>
)

/** The form stays mounted once it was opened: a report on its way ends where it began. */
const Both = ({ view }: { readonly view: SnapView }) => {
  const [opened, setOpened] = useState(view === 'snap')
  if (view === 'snap' && !opened) setOpened(true)
  return (
    <>
      {view === 'work' && <ReportListScreen scope="work" onOpen={toReport} onSnap={toForm} />}
      {opened && (
        <View style={view === 'snap' ? '' : 'display:none'}>
          <Snap />
        </View>
      )}
    </>
  )
}

/** Whoever works on reports finds the work here, and their own reporting one tap away. */
export default function SnapPage() {
  const works = worksOnReports(useActiveRole().acting)
  const view = useSnapTab()
  return (
    <TabPage
      tab="snap"
      top={works && <Segments label="看哪些" options={views} value={view} onChange={showSnapTab} />}
    >
      {works ? <Both view={view} /> : <Snap />}
    </TabPage>
  )
}
