import type { Role } from '#domain/actor'
import { ClaimsWaiting } from '../../features/claim/claims-waiting'
import { OfferCard } from '../../features/claim/offer-card'
import { HomeScreen } from '../../features/home/home-screen'
import { OfficeEntry } from '../../features/office/menu/office-entry'
import { LatestReports } from '../../features/report/latest-reports'
import { useActiveRole } from '../../features/session/acting-role'
import { Gate } from '../../features/session/gate'
import { usePerson } from '../../features/session/use-session'
import { useUnreadBadge } from '../../features/session/use-unread-badge'
import { CaseloadCard } from '../../features/shop/caseload-card'
import { OwnShops } from '../../features/shop/own-shops'
import { ShopsEntry } from '../../features/shop/shops-entry'
import { openTab } from '../../platform/navigation'
import { toClaims, toOffice, toReport, toReports, toShop, toShops } from '../../platform/routes'

const working: readonly Role[] = ['grid', 'handler', 'street', 'command']

/** who may list shops without being their head */
const looking: readonly Role[] = ['grid', 'street', 'clerk', 'command']

const toSnap = () => {
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

/** One's shops in each capacity, the one acted in now first. */
const Shops = () => {
  const { held, acting } = useActiveRole()
  const holds = (role: Role) => held.some((one) => one.role === role)
  const own = holds('owner') && <OwnShops key="own" onOpen={toShop} />
  const caseload = holds('head') && (
    <CaseloadCard key="caseload" claims={<ClaimsWaiting onOpen={toClaims} />} onAll={toCaseload} />
  )
  return (
    <>
      {acting === 'owner' ? [own, caseload] : [caseload, own]}
      {holds('command') && <OfficeEntry onTap={toMenu} />}
      {looking.some(holds) && (
        <ShopsEntry onOpen={toDistrict}>{holds('command') && <ClaimsWaiting onOpen={toClaims} />}</ShopsEntry>
      )}
    </>
  )
}

const Home = () => {
  const session = usePerson()
  const works = session?.roles.some(({ role }) => working.includes(role)) ?? false
  return (
    <HomeScreen
      onSnap={toSnap}
      onProgress={toMine}
      question={typeof session?.person.phone === 'string' && <OfferCard />}
      shops={<Shops />}
      work={
        works && (
          <LatestReports
            scope="work"
            title="待办"
            nothing="现在没有等您办的事。"
            allWord="全部待办"
            onOpen={toReport}
            onAll={toWork}
          />
        )
      }
      mine={
        <LatestReports
          scope="mine"
          title="我反映的"
          nothing="您还没有反映过问题。反映后，办到哪一步会显示在这里。"
          allWord="全部"
          onOpen={toReport}
          onAll={toMine}
        />
      }
    />
  )
}

export default function HomePage() {
  useUnreadBadge()
  return (
    <Gate>
      <Home />
    </Gate>
  )
}
