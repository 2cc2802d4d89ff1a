import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ReportFilter } from '#domain/contract/report'
import { worksOnReports } from '#domain/permission'
import { reportFilters, ReportListScreen } from '../../features/report/report-list-screen'
import { SnapScreen } from '../../features/report/snap-screen'
import { useActiveRole } from '../../features/session/acting-role'
import { PhoneFirst } from '../../features/session/phone-first'
import { showSnapTab, useSnapTab, type SnapView } from '../../features/session/snap-tab'
import { TabPage } from '../../features/session/tab-page'
import { openTab } from '../../platform/navigation'
import { toReport } from '../../platform/routes'
import { Segments } from '../../ui/segments'

const views = [...reportFilters, ['snap', '我要反映']] as const

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

interface BothProps {
  readonly view: SnapView
  readonly filter: ReportFilter
  readonly onChange: (filter: ReportFilter) => void
}

/** The form stays mounted once it was opened: a report on its way ends where it began. */
const Both = ({ view, ...list }: BothProps) => {
  const [opened, setOpened] = useState(view === 'snap')
  if (view === 'snap' && !opened) setOpened(true)
  return (
    <>
      {view === 'work' && <ReportListScreen scope="work" chosen={list} onOpen={toReport} onSnap={toForm} />}
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
  const [filter, setFilter] = useState<ReportFilter>('open')
  const show = (filtered: ReportFilter) => {
    setFilter(filtered)
    showSnapTab('work')
  }
  return (
    <TabPage
      tab="snap"
      top={
        works && (
          <Segments
            label="看哪些"
            options={views}
            value={view === 'snap' ? 'snap' : filter}
            onChange={(chosen) => {
              if (chosen === 'snap') toForm()
              else show(chosen)
            }}
          />
        )
      }
    >
      {works ? <Both view={view} filter={filter} onChange={show} /> : <Snap />}
    </TabPage>
  )
}
