import type { Id } from '#domain/kernel/id'
import { useChannels } from '../../platform/use-channels'
import { Button } from '../../ui/button'
import { PersonLine } from '../../ui/person-line'

interface Props {
  readonly shop: Id<'shop'>
  readonly name: string
  readonly onOpen: () => void
}

/** An owner's head: who, how soon they answer, and the way to write to them, with what is unread there. */
export const HeadLine = ({ shop, name, onOpen }: Props) => {
  const { data } = useChannels()
  const unread = data?.rows.find(({ id }) => id === `desk-${shop}`)?.unread ?? 0
  return (
    <PersonLine name={name} note="您的店长 · 工作时间 4 小时内回复">
      <Button
        word={unread > 0 ? `看回复 ${String(unread)} 条` : '发消息'}
        kind={unread > 0 ? 'primary' : 'soft'}
        small
        onTap={onOpen}
      />
    </PersonLine>
  )
}
