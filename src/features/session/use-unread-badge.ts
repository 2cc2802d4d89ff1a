import { showUnread } from '../../platform/navigation'
import { useDidShow } from '../../platform/page'
import { usePerson } from './use-session'

/** A tab page sets the number again when it comes into view: elsewhere the platform refuses to. */
export const useUnreadBadge = (): void => {
  const session = usePerson()
  useDidShow(() => {
    if (session) showUnread(session.unread)
  })
}
