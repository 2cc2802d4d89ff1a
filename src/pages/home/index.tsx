import type { ComponentType } from 'react'
import type { Role } from '#domain/actor'
import { asId, type Id } from '#domain/kernel/id'
import { worksOnReports } from '#domain/permission'
import { GuidanceWaiting, HardshipsWaiting, VisitsWaiting } from '../../features/care/care-waiting'
import { HeadLine } from '../../features/channel/head-line'
import { QuestionsWaiting } from '../../features/channel/questions-waiting'
import { CircularsLine } from '../../features/circular/circulars-line'
import { CircularToKnow } from '../../features/circular/circular-to-know'
import { useOwnCirculars } from '../../features/circular/queries'
import { ClaimsWaiting } from '../../features/claim/claims-waiting'
import { OfferCard } from '../../features/claim/offer-card'
import { ComplaintsWaiting } from '../../features/complaint/complaints-waiting'
import { HomeScreen, Reporting, Waiting } from '../../features/home/home-screen'
import { ModerationWaiting } from '../../features/moderation/moderation-waiting'
import { LatestReports } from '../../features/report/latest-reports'
import { ReportsWaiting } from '../../features/report/reports-waiting'
import { StreetCard } from '../../features/report/street-card'
import { useActiveRole, useOwnShops } from '../../features/session/acting-role'
import { Greeting } from '../../features/session/greeting'
import { TabPage } from '../../features/session/tab-page'
import { usePerson } from '../../features/session/use-session'
import { CaseloadLine } from '../../features/shop/caseload-line'
import { OwnShops } from '../../features/shop/own-shops'
import { WorstShops } from '../../features/shop/worst-shops'
import { showSnapTab } from '../../features/session/snap-tab'
import { openTab } from '../../platform/navigation'
import {
  toClaims,
  toComplaints,
  toGuidance,
  toHardships,
  toVisits,
  toChannel,
  toCircular,
  toCirculars,
  toLibrary,
  toOffice,
  toQuestions,
  toReport,
  toReports,
  toShop,
  toShops,
  toStreet,
} from '../../platform/routes'
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
const toModeration = () => {
  toOffice('moderation')
}
const toAnswers = () => {
  toComplaints('work')
}

const toDesk = (shop: Id<'shop'>) => {
  toChannel(asId(`desk-${shop}`))
}
const headOf = (shop: Id<'shop'>, name: string) => (
  <HeadLine
    shop={shop}
    name={name}
    onOpen={() => {
      toDesk(shop)
    }}
  />
)

type Line =
  | 'questions'
  | 'circulars'
  | 'districtCirculars'
  | 'reports'
  | 'claims'
  | 'moderation'
  | 'complaints'
  | 'caseload'
  | 'shops'
  | 'office'
  | 'library'
  | 'visits'
  | 'guidance'
  | 'hardships'
  | 'districtHardships'

/** What each office role starts its day from besides the reports, the most pressing first. */
const ownLines: Partial<Record<Role, readonly Line[]>> = {
  head: ['questions', 'visits', 'guidance', 'claims', 'circulars', 'hardships', 'caseload', 'library'],
  grid: ['shops'],
  street: ['shops'],
  clerk: ['shops'],
  moderator: ['moderation', 'complaints'],
  command: ['claims', 'complaints', 'districtCirculars', 'shops', 'districtHardships', 'library', 'office'],
}

const linesOf = (role: Role | null): readonly Line[] => [
  ...(worksOnReports(role) ? (['reports'] as const) : []),
  ...((role && ownLines[role]) ?? []),
]

const lines: Record<Line, ComponentType> = {
  questions: () => <QuestionsWaiting onOpen={toQuestions} />,
  reports: () => <ReportsWaiting onOpen={toWork} />,
  claims: () => <ClaimsWaiting onOpen={toClaims} />,
  moderation: () => <ModerationWaiting onOpen={toModeration} />,
  complaints: () => <ComplaintsWaiting onOpen={toAnswers} />,
  circulars: () => <CircularsLine scope="mine" onOpen={toCirculars} />,
  districtCirculars: () => <CircularsLine scope="district" onOpen={toCirculars} />,
  caseload: () => <CaseloadLine onOpen={toCaseload} />,
  shops: () => <RowLine title="店铺" note="按街道、社区、行业找" onTap={toDistrict} />,
  library: () => <RowLine title="指南" note="消毒、卫生、证照怎么做" onTap={toLibrary} />,
  visits: () => (
    <VisitsWaiting
      onOpen={() => {
        toVisits()
      }}
    />
  ),
  guidance: () => (
    <GuidanceWaiting
      onOpen={() => {
        toGuidance()
      }}
    />
  ),
  hardships: () => (
    <HardshipsWaiting
      onOpen={() => {
        toHardships({ scope: 'caseload' })
      }}
    />
  ),
  districtHardships: () => (
    <RowLine
      title="困难台账"
      note="店里难在哪里，帮上了多少"
      onTap={() => {
        toHardships({ scope: 'district' })
      }}
    />
  ),
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

const Street = () => {
  const session = usePerson()
  return session && <StreetCard person={session.person.id} onAll={toStreet} />
}

/** An owner's shops, and what was sent to them. */
const Shops = () => {
  const shops = useOwnShops()
  const { data } = useOwnCirculars()
  const waits = (data?.rows.length ?? 0) > 0 ? '下一步：看下面的通知，点「我知道了」。' : null
  return (
    <>
      <OwnShops shops={shops} waits={waits} onOpen={toShop} headOf={headOf} />
      <Waiting>
        <CircularToKnow onOpen={toCircular} />
        <RowLine title="指南" note="消毒、卫生、证照怎么做；别家常问的" onTap={toLibrary} />
      </Waiting>
    </>
  )
}

const Today = ({ role }: { readonly role: Role | null }) => {
  const { elder } = useAppearance()
  const waiting = linesOf(role)
  if (waiting.length > 0)
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
      {role === 'owner' && <Shops />}
      <Reporting quiet={role === 'owner'} onSnap={toSnap} onProgress={toMine} />
      {!elder && <Mine />}
      {!elder && <Street />}
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
