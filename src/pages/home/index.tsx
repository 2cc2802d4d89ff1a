import type { ComponentType } from 'react'
import type { Role } from '#domain/actor'
import { ClaimsWaiting } from '../../features/claim/claims-waiting'
import { OfferCard } from '../../features/claim/offer-card'
import { ComplaintsWaiting } from '../../features/complaint/complaints-waiting'
import { HomeScreen, Reporting, Waiting } from '../../features/home/home-screen'
import { LatestReports } from '../../features/report/latest-reports'
import { ReportsWaiting } from '../../features/report/reports-waiting'
import { useActiveRole } from '../../features/session/acting-role'
import { Greeting } from '../../features/session/greeting'
import { TabPage } from '../../features/session/tab-page'
import { usePerson } from '../../features/session/use-session'
import { CaseloadLine } from '../../features/shop/caseload-line'
import { OwnShops } from '../../features/shop/own-shops'
import { WorstShops } from '../../features/shop/worst-shops'
import { showSnapTab } from '../../features/session/snap-tab'
import { openTab } from '../../platform/navigation'
import { toClaims, toComplaints, toOffice, toReport, toReports, toShop, toShops } from '../../platform/routes'
import { useAppearance } from '../../ui/appearance'
import { RowLine } from '../../ui/rows'

const toSnap = () => {
  showSnapTab('snap')
  openTab('snap')
}
const toMine = () => {
  toReports('mine')
}
const toWork = () => {
  toReports('work')
}
const toMenu = () => {
  toOffice('menu')
}
const toCaseload = () => {
  toShops('caseload')
}
const toDistrict = () => {
  toShops('district')
}
const toAnswers = () => {
  toComplaints('work')
}

type Line = 'reports' | 'claims' | 'complaints' | 'caseload' | 'shops' | 'office'

/** What each office role starts its day from, the most pressing first. */
const linesOf: Partial<Record<Role, readonly Line[]>> = {
  head: ['claims', 'caseload'],
  handler: ['reports'],
  grid: ['reports', 'shops'],
  street: ['reports', 'shops'],
  clerk: ['shops'],
  moderator: ['complaints'],
  command: ['reports', 'claims', 'complaints', 'shops', 'office'],
}

const lines: Record<Line, ComponentType> = {
  reports: () => <ReportsWaiting onOpen={toWork} />,
  claims: () => <ClaimsWaiting onOpen={toClaims} />,
  complaints: () => <ComplaintsWaiting onOpen={toAnswers} />,
  caseload: () => <CaseloadLine onOpen={toCaseload} />,
  shops: () => <RowLine title="店铺" note="按街道、社区、行业找" onTap={toDistrict} />,
  office: () => <RowLine title="区指挥部管理" note="岗位、店铺、数据" onTap={toMenu} />,
}

const Work = () => (
  <LatestReports
    scope="work"
    title="先办这几件"
    nothing="现在没有等您办的事。"
    allWord="全部待办"
    onOpen={toReport}
    onAll={toWork}
  />
)

const Mine = () => (
  <LatestReports
    scope="mine"
    title="我反映的"
    nothing="您还没有反映过问题。反映后，办到哪一步会显示在这里。"
    allWord="全部"
    onOpen={toReport}
    onAll={toMine}
  />
)

const Today = ({ role }: { readonly role: Role | null }) => {
  const { elder } = useAppearance()
  const waiting = role === null ? undefined : linesOf[role]
  if (waiting)
    return (
      <>
        <Waiting>
          {waiting.map((line) => {
            const One = lines[line]
            return <One key={line} />
          })}
        </Waiting>
        {waiting.includes('caseload') && <WorstShops onOpen={toShop} onAll={toCaseload} />}
        {waiting.includes('reports') && <Work />}
      </>
    )
  return (
    <>
      {role === 'owner' && <OwnShops onOpen={toShop} />}
      <Reporting onSnap={toSnap} onProgress={toMine} />
      {!elder && <Mine />}
    </>
  )
}

const Home = () => {
  const session = usePerson()
  const { acting } = useActiveRole()
  return (
    <HomeScreen greeting={<Greeting />} question={typeof session?.person.phone === 'string' && <OfferCard />}>
      <Today role={acting} />
    </HomeScreen>
  )
}

export default function HomePage() {
  return (
    <TabPage tab="home">
      <Home />
    </TabPage>
  )
}
