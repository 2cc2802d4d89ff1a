import { isRefused, readFailureWords } from '../../platform/outcome'
import { EmptyState } from '../../ui/empty-state'
import { NotHere } from '../../ui/listed'
import { Screen } from '../../ui/screen'

interface Props {
  readonly error: Error | null
  readonly goneWords: string
  readonly goneAction: string
  readonly onGone: () => void
  readonly onRetry: () => void
}

/** A page whose shop is not here: on its way, not to be had for the moment, or not (any more) this reader's. */
export const LoadState = ({ error, goneWords, goneAction, onGone, onRetry }: Props) => (
  <Screen>
    {isRefused(error) ? (
      <EmptyState words={goneWords} actionWord={goneAction} onAction={onGone} />
    ) : (
      <NotHere failure={error && readFailureWords(error)} onRetry={onRetry} cards={3} tall />
    )}
  </Screen>
)
