import { DraftsScreen } from '../../../features/library/drafts-screen'
import { Gate } from '../../../features/session/gate'
import { toArticleEditor, toCannedAnswers } from '../../../platform/routes'

export default function DraftsPage() {
  return (
    <Gate>
      <DraftsScreen onEdit={toArticleEditor} onCanned={toCannedAnswers} />
    </Gate>
  )
}
