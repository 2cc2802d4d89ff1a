import type { ReactNode } from 'react'
import type { Session, Visit } from '#domain/contract/session'
import { readFailureWords } from '../../platform/outcome'
import { ErrorState } from '../../ui/empty-state'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { useSession } from './use-session'

/** A page that visitors read too, once it is known whose district this is. */
export const OpenToAll = ({ children }: { readonly children: (session: Session | Visit) => ReactNode }) => {
  const { data: session, error, refetch } = useSession()
  if (session) return children(session)
  return (
    <Screen>
      {error ? (
        <ErrorState
          words={readFailureWords(error)}
          onRetry={() => {
            void refetch()
          }}
        />
      ) : (
        <Skeleton cards={3} tall />
      )}
    </Screen>
  )
}
