import { LibraryScreen } from '../../../features/library/library-screen'
import { Gate } from '../../../features/session/gate'
import { usePerson } from '../../../features/session/use-session'
import { openTab } from '../../../platform/navigation'
import { toArticle, toCannedAnswers, toDrafts } from '../../../platform/routes'

const Library = () => {
  const roles = usePerson()?.roles.map(({ role }) => role) ?? []
  const commands = roles.includes('command')
  return (
    <LibraryScreen
      onOpen={({ id }) => {
        toArticle(id)
      }}
      onHome={() => {
        openTab('home')
      }}
      onDrafts={commands ? toDrafts : null}
      onCanned={roles.includes('head') && !commands ? toCannedAnswers : null}
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
