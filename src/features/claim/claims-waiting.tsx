import { Field } from '../../ui/field'
import { Tappable } from '../../ui/tappable'
import { useClaims } from './queries'

/** How many claims wait for this head's word; the way to them. */
export const ClaimsWaiting = ({ onOpen }: { readonly onOpen: () => void }) => {
  const { data } = useClaims('work', 'open')
  const [first] = data?.pages ?? []
  const count = first?.rows.length ?? 0
  const shown = !first ? '' : count === 0 ? '没有' : `${String(count)} 件${first.next === null ? '' : '以上'}`
  return (
    <Tappable label={`等您核对的认领 ${shown}`} role="link" onTap={onOpen}>
      <Field name="等您核对的认领" value={shown} onward />
    </Tappable>
  )
}
