import { QuestionsScreen } from '../../../features/channel/questions-screen'
import { Gate } from '../../../features/session/gate'
import { openTab } from '../../../platform/navigation'
import { toChannel } from '../../../platform/routes'

export default function QuestionsPage() {
  return (
    <Gate>
      <QuestionsScreen
        onOpen={toChannel}
        onHome={() => {
          openTab('home')
        }}
      />
    </Gate>
  )
}
