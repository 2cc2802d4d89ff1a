import type { Id } from '#domain/kernel/id'
import { serverNow } from '../../platform/server-clock'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Row } from '../../ui/row'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import { nearDayWords } from '../../ui/time-words'
import { useOwnCirculars } from './queries'

/** What an owner has not acknowledged yet; nothing while there is nothing, or while it can't be read. */
export const CircularsToKnow = ({ onOpen }: { readonly onOpen: (id: Id<'circular'>) => void }) => {
  const rows = useOwnCirculars().data?.rows ?? []
  return (
    <>
      {rows.map(({ id, title, who, at }) => (
        <Tappable
          key={id}
          label={`须确认：${title}`}
          role="link"
          onTap={() => {
            onOpen(id)
          }}
        >
          <Card>
            <Row apart wrap>
              <Chip tone="warn" icon="warn" word="须确认" />
              <Text as="note">{nearDayWords(at, serverNow())}</Text>
            </Row>
            <Text as="head">{`【须确认】${title}`}</Text>
            <Text as="small">
              {who === '' ? '点开看，看完点「我知道了」' : `${who}发的通知，看完点「我知道了」`}
            </Text>
          </Card>
        </Tappable>
      ))}
    </>
  )
}
