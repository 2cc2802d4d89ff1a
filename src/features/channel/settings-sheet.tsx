import { useQueryClient } from '@tanstack/react-query'
import type { ChannelHead } from '#domain/contract/channel'
import { call } from '../../platform/cloud'
import { failureWords, unreachedWords } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { Notice } from '../../ui/notice'
import { RowLine, Rows } from '../../ui/rows'
import { Sheet } from '../../ui/sheet'
import { Toggle } from '../../ui/toggle'

interface Props {
  readonly head: ChannelHead
  readonly onFind: () => void
  readonly onMuted: (muted: boolean) => void
  readonly onClose: () => void
}

/** What a reader sets for this channel, and the way to what was said in it. */
export const SettingsSheet = ({ head, onFind, onMuted, onClose }: Props) => {
  const client = useQueryClient()
  const { run, busy, failure } = useAct(
    async (muted: boolean) => {
      onMuted(muted)
      const answer = await call('channel.mute', { channel: head.id, muted })
      if (answer.kind !== 'ok') onMuted(!muted)
      return answer
    },
    () => client.invalidateQueries({ queryKey: ['channels'] }),
  )
  return (
    <Sheet title="查找与设置" onClose={onClose} held={busy}>
      {failure && <Notice words={failureWords(failure, {}, unreachedWords)} />}
      <Rows wide={false}>
        <RowLine title="找消息、图片、文件" note="按文字找，或翻看图片和文件" onTap={onFind} />
      </Rows>
      <Toggle
        name="消息免打扰"
        note="不计入下方的未读数；@您的仍会提醒"
        on={head.muted}
        onChange={(muted) => {
          run(muted)
        }}
      />
    </Sheet>
  )
}
