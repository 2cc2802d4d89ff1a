import { useState } from 'react'
import type { AskedShop, CircularView } from '#domain/contract/circular'
import type { Id } from '#domain/kernel/id'
import { failureWords } from '../../platform/outcome'
import { serverNow } from '../../platform/server-clock'
import { readingOf } from '../../platform/use-pages'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { NotHere } from '../../ui/listed'
import { Notice } from '../../ui/notice'
import { Row } from '../../ui/row'
import { Screen } from '../../ui/screen'
import { Text } from '../../ui/text'
import { momentWords } from '../../ui/time-words'
import { CheckAnswers } from './check-answers'
import { CheckForm } from './check-form'
import { useAcknowledge, useCircular } from './queries'
import { acknowledgeRefusals, knownWords, offlineAnswer } from './words'

const Acknowledging = ({ id, shop }: { readonly id: Id<'circular'>; readonly shop: AskedShop }) => {
  const { run, busy, failure } = useAcknowledge(id)
  return (
    <>
      {failure && <Notice words={failureWords(failure, acknowledgeRefusals, offlineAnswer)} />}
      <Button
        word="我知道了"
        busy={busy}
        busyWord="正在确认"
        onTap={() => {
          run(shop.id)
        }}
      />
    </>
  )
}

const Checking = ({ view, shop }: { readonly view: CircularView; readonly shop: AskedShop }) => {
  const [again, setAgain] = useState(false)
  if (view.items.length === 0) return null
  if (shop.check && !again)
    return (
      <Card title="自查结果">
        <Text as="small">只有您店里的人和店长看得到。</Text>
        <CheckAnswers items={view.items} check={shop.check} />
        {view.status === 'open' && (
          <Button
            word="再查一次"
            kind="soft"
            onTap={() => {
              setAgain(true)
            }}
          />
        )}
      </Card>
    )
  if (view.status !== 'open') return null
  return (
    <Card title={`自查（${String(view.items.length)} 项）`}>
      <CheckForm
        view={view}
        shop={shop}
        onDone={() => {
          setAgain(false)
        }}
      />
    </Card>
  )
}

const Asked = ({ view, shop }: { readonly view: CircularView; readonly shop: AskedShop }) => (
  <>
    <Card
      told={shop.known}
      title={shop.name}
      aside={shop.known && <Chip tone="good" icon="check" word="已知晓" />}
    >
      {shop.known ? (
        <Text as="small">店里已经确认，店长看得到。</Text>
      ) : (
        <Acknowledging id={view.id} shop={shop} />
      )}
    </Card>
    <Checking view={view} shop={shop} />
  </>
)

const standingWords = { head: '店长', deputy: '副店长', command: '区指挥部' } as const

const Words = ({ view }: { readonly view: CircularView }) => (
  <Card>
    <Row apart wrap>
      {view.status === 'open' ? (
        <Chip tone="warn" icon="warn" word="须确认" />
      ) : (
        <Chip tone="mute" icon="check" word="已结束" />
      )}
      <Text as="note">{knownWords(view)}</Text>
    </Row>
    <Text as="title">{view.title}</Text>
    <Text as="small">
      {`${[view.who, standingWords[view.standing]].filter((part) => part !== '').join(' · ')} · ${momentWords(view.at, serverNow())}`}
    </Text>
    <Text>{view.words}</Text>
  </Card>
)

interface Props {
  readonly id: Id<'circular'>
  readonly onShops: (id: Id<'circular'>) => void
  readonly onChannel: (channel: Id<'channel'>, seq?: number) => void
}

/** A circular as each of its readers needs it: to acknowledge and look, to see who has, or only to read. */
export const CircularScreen = ({ id, onShops, onChannel }: Props) => {
  const circular = useCircular(id)
  const { data: view } = circular
  if (!view)
    return (
      <Screen>
        <NotHere {...readingOf(circular)} cards={2} tall />
      </Screen>
    )
  return (
    <Screen>
      <Words view={view} />
      {view.asked.map((shop) => (
        <Asked key={shop.id} view={view} shop={shop} />
      ))}
      {view.office && (
        <Card {...(view.items.length > 0 && { title: `店里自查（${String(view.items.length)} 项）` })}>
          {view.items.map((item, at) => (
            <Text key={at}>{`${String(at + 1)}. ${item}`}</Text>
          ))}
          <Button
            word="看谁确认了"
            onTap={() => {
              onShops(id)
            }}
          />
        </Card>
      )}
      {!view.office && view.asked.length === 0 && (
        <Card>
          <Text>这条通知是发给别的店的，您的店不用确认。</Text>
        </Card>
      )}
      <Button
        word={view.office ? '到群里看' : '有疑问，到群里问店长'}
        kind="plain"
        icon="chat"
        onTap={() => {
          onChannel(view.channel, view.seq ?? undefined)
        }}
      />
    </Screen>
  )
}
