import { LibraryScreen } from '../../../features/library/library-screen'
import { Gate } from '../../../features/session/gate'
import { usePerson } from '../../../features/session/use-session'
import { openTab } from '../../../platform/navigation'
import { toArticle, toDrafts } from '../../../platform/routes'

const Library = () => {
  const commands = usePerson()?.roles.some(({ role }) => role === 'command') ?? false
  return (
    <LibraryScreen
      onOpen={({ id }) => {
        toArticle(id)
      }}
      onHome={() => {
        openTab('home')
      }}
      onDrafts={commands ? toDrafts : null}
    />
  )
}

export default function LibraryPage() {
  return (
    <Gate>
      <Library />
    </Gate>
  )
}
