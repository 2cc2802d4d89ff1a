import type { ReactNode } from 'react'
import type { Session, Visit } from '#domain/contract/session'
import { readingOf } from '../../platform/use-pages'
import { NotHere } from '../../ui/listed'
import { Screen } from '../../ui/screen'
import { useSession } from './use-session'

/** A page that visitors read too, once it is known whose district this is. */
export const OpenToAll = ({ children }: { readonly children: (session: Session | Visit) => ReactNode }) => {
  const reading = useSession()
  const { data: session } = reading
  if (session) return children(session)
  return (
    <Screen>
      <NotHere {...readingOf(reading)} cards={3} tall />
    </Screen>
  )
}
