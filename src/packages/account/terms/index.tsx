import { TermsScreen } from '../../../features/account/terms-screen'
import { OpenToAll } from '../../../features/session/open-to-all'
import { useRouter } from '../../../platform/page'

export default function TermsPage() {
  const { params } = useRouter()
  return (
    <OpenToAll>
      {({ districtName, guide }) => (
        <TermsScreen
          term={params['term'] === 'agreement' ? 'agreement' : 'privacy'}
          districtName={districtName}
          guide={guide}
        />
      )}
    </OpenToAll>
  )
}
