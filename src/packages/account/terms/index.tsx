import { TermsScreen } from '../../../features/account/terms-screen'
import { termLines } from '../../../features/account/terms-words'
import { OpenToAll } from '../../../features/session/open-to-all'
import { ReadAloud } from '../../../features/session/read-aloud'
import { useRouter } from '../../../platform/page'

export default function TermsPage() {
  const { params } = useRouter()
  const term = params['term'] === 'agreement' ? 'agreement' : 'privacy'
  return (
    <OpenToAll>
      {({ districtName, guide }) => (
        <TermsScreen
          term={term}
          districtName={districtName}
          guide={guide}
          aloud={<ReadAloud lines={termLines(term, guide.contact)} />}
        />
      )}
    </OpenToAll>
  )
}
