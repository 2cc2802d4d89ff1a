import { readingOf } from '../../platform/use-pages'
import { WaitingLine } from '../../ui/waiting-line'
import { useClaims } from './queries'

/** How many claims wait for this person's word; the way to them. */
export const ClaimsWaiting = ({ onOpen }: { readonly onOpen: () => void }) => {
  const claims = useClaims('work', 'open')
  return (
    <WaitingLine
      title="认领待核对"
      page={claims.data?.pages[0] ?? null}
      {...readingOf(claims)}
      nothing="没有等您核对的"
      note="核对好，店主就能办事"
      chip={{ tone: 'info', icon: 'clock', word: '待核对' }}
      onOpen={onOpen}
    />
  )
}
