import { asId, type Id } from '#domain/kernel/id'
import { useChannels } from '../../platform/use-channels'
import { Button } from '../../ui/button'

interface Props {
  readonly shop: Id<'shop'>
  /** its head, whose list leaves out a desk where nothing has been said yet */
  readonly head: boolean
  readonly onOpen: (id: Id<'channel'>) => void
}

/** The way to the shop's private desk, for whoever is in it. */
export const DeskButton = ({ shop, head, onOpen }: Props) => {
  const { data } = useChannels()
  const desk = asId<'channel'>(`desk-${shop}`)
  const row = data?.rows.find(({ id }) => id === desk)
  if (!row && !head) return null
  return (
    <Button
      word={row?.standing === 'owner' ? '问店长' : '联系业户'}
      kind="soft"
      icon="chat"
      small
      onTap={() => {
        onOpen(desk)
      }}
    />
  )
}
