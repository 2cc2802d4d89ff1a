import type { Role } from '#domain/actor'
import type { InboxEntry } from '#domain/contract/inbox'
import { unreachable } from '#domain/kernel/unreachable'
import { InboxScreen } from '../../features/inbox/inbox-screen'
import { usePerson } from '../../features/session/use-session'
import { roleWords } from '../../features/session/words'
import { TabPage } from '../../features/session/tab-page'
import { showSnapTab } from '../../features/session/snap-tab'
import { openTab } from '../../platform/navigation'
import { toCaseloads, toClaims, toComplaints, toReport, toShop } from '../../platform/routes'

const nameOf = (role: Role): string => roleWords[role]

/** Each notice opens the thing it speaks of. */
const openNotice = ({ notice }: InboxEntry, commands: boolean): void => {
  switch (notice.kind) {
    case 'report':
      toReport(notice.report)
      return
    case 'claim':
      // A claim that holds opens the shop; one to be looked at, or that ended, its own line with the reason.
      if (notice.what === 'confirm' || notice.what === 'uphold') toShop(notice.shop)
      else toClaims()
      return
    case 'head':
      toShop(notice.shop)
      return
    case 'caseload':
      // Command alone sees the caseloads; a head's shops stand on the home page.
      if (commands) toCaseloads()
      else openTab('home')
      return
    case 'role':
      openTab('mine')
      return
    case 'complaint':
      toComplaints(notice.what === 'submitted' ? 'work' : 'mine')
      return
    default:
      unreachable(notice)
  }
}

const Messages = () => {
  const commands = usePerson()?.roles.some(({ role }) => role === 'command') ?? false
  return (
    <InboxScreen
      nameOf={nameOf}
      onOpen={(entry) => {
        openNotice(entry, commands)
      }}
      onSnap={() => {
        showSnapTab('snap')
        openTab('snap')
      }}
    />
  )
}

export default function MessagesPage() {
  return (
    <TabPage tab="messages">
      <Messages />
    </TabPage>
  )
}
