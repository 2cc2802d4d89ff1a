import { serverNow } from '../../platform/server-clock'
import { readingOf } from '../../platform/use-pages'
import { WaitingLine } from '../../ui/waiting-line'
import { useGuidance, useHardships, useRoute } from './queries'
import { whenWords } from './words'

interface Props {
  readonly onOpen: () => void
}

/** 「上门指导 N」: today's, and where the way begins. */
export const VisitsWaiting = ({ onOpen }: Props) => {
  const route = useRoute()
  const rows = route.data?.rows ?? []
  const [first] = rows
  const asked = rows.some(({ status }) => status.kind === 'planned' && status.asked !== null)
  return (
    <WaitingLine
      title="今天上门指导"
      page={route.data ? { rows, next: null } : null}
      {...readingOf(route)}
      nothing="今天没有约好的，点开看以后的"
      note={first ? `先去${first.shopName}，${whenWords(first.when, serverNow())}` : ''}
      chip={asked ? { tone: 'warn', icon: 'clock', word: '有店想换时间' } : null}
      onOpen={onOpen}
    />
  )
}

/** 「指导事项 N」, and whether a shop waits for a look. */
export const GuidanceWaiting = ({ onOpen }: Props) => {
  const items = useGuidance({ kind: 'caseload' }, true)
  const page = items.data?.pages[0] ?? null
  const waiting = page?.rows.filter(({ status }) => status.kind === 'open' && status.saidDone !== null).length
  return (
    <WaitingLine
      title="指导事项"
      page={page}
      {...readingOf(items)}
      nothing="没有在做的指导事项"
      note="不打分，不作为处罚依据"
      chip={
        (waiting ?? 0) > 0 ? { tone: 'warn', icon: 'check', word: `${String(waiting)} 件说做好了` } : null
      }
      onOpen={onOpen}
    />
  )
}

/** 「困难台账 N」 */
export const HardshipsWaiting = ({ onOpen }: Props) => {
  const hardships = useHardships({ kind: 'caseload' }, true)
  return (
    <WaitingLine
      title="困难台账"
      page={hardships.data?.pages[0] ?? null}
      {...readingOf(hardships)}
      nothing="没有记下的困难"
      note="店里难在哪里，谁来帮"
      chip={null}
      onOpen={onOpen}
    />
  )
}
