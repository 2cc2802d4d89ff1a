import { MessageBody } from '../../../features/channel/bodies'
import { ModerationScreen } from '../../../features/moderation/moderation-screen'
import { Gate } from '../../../features/session/gate'
import { openTab } from '../../../platform/navigation'

const noWays = { onArticle: null, onCircular: null, onCard: null } as const

export default function ModerationPage() {
  return (
    <Gate>
      <ModerationScreen
        draw={(body, renew) => <MessageBody body={body} onLost={renew} {...noWays} />}
        onHome={() => {
          openTab('home')
        }}
      />
    </Gate>
  )
}
