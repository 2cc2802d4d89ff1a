import type { ComplaintSubject } from '#domain/complaint'
import { MessageBody } from '../../../features/channel/bodies'
import { ComplaintListScreen } from '../../../features/complaint/complaint-list-screen'
import { Gate } from '../../../features/session/gate'
import { usePerson } from '../../../features/session/use-session'
import { useRouter } from '../../../platform/page'
import { toComplaintForm, toReport, toShop } from '../../../platform/routes'

const noWays = { onArticle: null, onCircular: null, onCard: null } as const

const openAbout = (about: ComplaintSubject) => {
  if (about.kind === 'report') toReport(about.id)
  if (about.kind === 'shop') toShop(about.id)
}

const Complaints = () => {
  const { params } = useRouter()
  const holds = usePerson()?.roles.map(({ role }) => role) ?? []
  const commands = holds.includes('command')
  return (
    <ComplaintListScreen
      office={commands || holds.includes('moderator')}
      first={params['scope'] === 'work' ? 'work' : 'mine'}
      onWrite={toComplaintForm}
      // Reports and shops are open to command, not to a moderator.
      onAbout={commands ? openAbout : null}
      draw={(body, renew) => <MessageBody body={body} onLost={renew} {...noWays} />}
    />
  )
}

export default function ComplaintsPage() {
  return (
    <Gate>
      <Complaints />
    </Gate>
  )
}
