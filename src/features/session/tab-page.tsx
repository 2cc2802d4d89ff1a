import type { ReactNode } from 'react'
import type { Role } from '#domain/actor'
import type { Session } from '#domain/contract/session'
import { worksOnReports } from '#domain/permission'
import { openTab, type TabName } from '../../platform/navigation'
import { useTitle } from '../../platform/page'
import { useChannels } from '../../platform/use-channels'
import { Tabbed, type Tab } from '../../ui/tab-bar'
import { useActiveRole } from './acting-role'
import { Gate } from './gate'
import { usePerson } from './use-session'

/** Who can be in a channel. */
const channelRoles: readonly Role[] = ['owner', 'head', 'command']
export const isInChannels = (session: Session | undefined): boolean =>
  session?.roles.some(({ role }) => channelRoles.includes(role)) ?? false

/** Whoever works on reports finds them behind the third tab; everybody else reports there. */
const tabsOf = (role: Role | null, unread: number): readonly Tab<TabName>[] => [
  { name: 'home', word: '首页', icon: 'home', waiting: 0 },
  { name: 'messages', word: role === 'owner' ? '店长群' : '消息', icon: 'chat', waiting: unread },
  worksOnReports(role)
    ? { name: 'snap', word: '办事', icon: 'list', waiting: 0 }
    : { name: 'snap', word: '随手拍', icon: 'camera', waiting: 0 },
  { name: 'mine', word: '我的', icon: 'person', waiting: 0 },
]

interface Props {
  readonly tab: TabName
  /** stands above the screen: which of several screens this tab shows */
  readonly top?: ReactNode
  readonly children: ReactNode
}

const Bar = ({ tab, top, children }: Props) => {
  const { acting } = useActiveRole()
  const session = usePerson()
  const { data: channels } = useChannels(isInChannels(session))
  const tabs = tabsOf(acting, (session?.unread ?? 0) + (channels?.unread ?? 0))
  useTitle(tab === 'home' ? '店长通' : (tabs.find(({ name }) => name === tab)?.word ?? ''))
  return (
    <Tabbed tabs={tabs} current={tab} top={top} onTap={openTab}>
      {children}
    </Tabbed>
  )
}

/** One of the four tabs, for whoever has agreed: named after what the person's role does there. */
export const TabPage = ({ children, ...rest }: Props) => (
  <Gate>
    <Bar {...rest}>{children}</Bar>
  </Gate>
)
