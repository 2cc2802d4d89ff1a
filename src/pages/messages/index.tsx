import { useState, type ReactNode } from 'react'
import type { Role } from '#domain/actor'
import type { InboxEntry } from '#domain/contract/inbox'
import { unreachable } from '#domain/kernel/unreachable'
import { ChannelList } from '../../features/channel/channel-list'
import { InboxScreen } from '../../features/inbox/inbox-screen'
import { useActiveRole } from '../../features/session/acting-role'
import { usePerson } from '../../features/session/use-session'
import { roleWords } from '../../features/session/words'
import { isInChannels, TabPage } from '../../features/session/tab-page'
import { showSnapTab } from '../../features/session/snap-tab'
import { openTab } from '../../platform/navigation'
import {
  toCaseloads,
  toChannel,
  toCircular,
  toClaims,
  toComplaints,
  toGuidance,
  toHardships,
  toReport,
  toShop,
  toVisits,
} from '../../platform/routes'
import { useChannels } from '../../platform/use-channels'
import { Screen } from '../../ui/screen'
import { Segments } from '../../ui/segments'
import { Text } from '../../ui/text'

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
    case 'question':
      toChannel(notice.channel, notice.seq)
      return
    case 'circular':
      toCircular(notice.circular)
      return
    case 'guidance':
      toGuidance({ item: notice.item })
      return
    case 'visit':
      toVisits({ visit: notice.visit })
      return
    case 'hardship':
      toHardships({ shop: notice.shop })
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

const Inbox = ({ top = null }: { readonly top?: ReactNode }) => {
  const commands = usePerson()?.roles.some(({ role }) => role === 'command') ?? false
  return (
    <InboxScreen
      top={top}
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

const Channels = ({ owner = false }: { readonly owner?: boolean }) => (
  <ChannelList
    owner={owner}
    onOpen={toChannel}
    onHome={() => {
      openTab('home')
    }}
  />
)

const counted = (word: string, count: number): string => (count > 0 ? `${word} ${String(count)}` : word)

/** An owner's few channels stand above the notices; whoever has many finds either behind its word. */
const Messages = () => {
  const session = usePerson()
  const { acting } = useActiveRole()
  const [shown, setShown] = useState<'channels' | 'notices'>('channels')
  const member = isInChannels(session)
  const { data } = useChannels(member)
  if (!member) return <Inbox />
  if (acting === 'owner')
    return (
      <Inbox
        top={
          <>
            <Channels owner />
            <Text as="head">通知</Text>
          </>
        }
      />
    )
  const choice = (
    <Segments
      label="看什么"
      options={[
        ['channels', counted('店长群', data?.unread ?? 0)],
        ['notices', counted('通知', session?.unread ?? 0)],
      ]}
      value={shown}
      onChange={setShown}
    />
  )
  if (shown === 'notices') return <Inbox top={choice} />
  return (
    <Screen>
      {choice}
      <Channels />
    </Screen>
  )
}

export default function MessagesPage() {
  return (
    <TabPage tab="messages">
      <Messages />
    </TabPage>
  )
}
