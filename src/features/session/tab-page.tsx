import type { ReactNode } from 'react'
import type { Role } from '#domain/actor'
import { openTab, type TabName } from '../../platform/navigation'
import { useTitle } from '../../platform/page'
import { Tabbed, type Tab } from '../../ui/tab-bar'
import { useActiveRole } from './acting-role'
import { Gate } from './gate'
import { usePerson } from './use-session'

/** who finds reports to work on behind the third tab; everybody else reports there */
const working: readonly Role[] = ['grid', 'handler', 'street', 'command']

export const worksOnReports = (role: Role | null): boolean => role !== null && working.includes(role)

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
  const tabs = tabsOf(acting, usePerson()?.unread ?? 0)
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
