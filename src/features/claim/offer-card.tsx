import { useState } from 'react'
import type { ShopOffer } from '#domain/contract/claim'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { failureWords } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { useKeyed } from '../../platform/use-keyed'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Notice } from '../../ui/notice'
import { Row } from '../../ui/row'
import { Text } from '../../ui/text'
import { useOffers, useShopsChanged } from './queries'
import { answerRefusalWords, moveRefusalWords, unansweredWords } from './words'

interface Joined {
  readonly shop: Id<'shop'>
  readonly name: string
  readonly claim: Id<'claim'>
  readonly headName: string | null
}

/** In at once; who hears of it, and the way back for whoever tapped in error. */
const JoinedCard = ({ joined, onEnd }: { readonly joined: Joined; readonly onEnd: () => void }) => {
  const keyed = useKeyed()
  const changed = useShopsChanged()
  const { claim, shop, name, headName } = joined
  const withdraw = useAct(
    async () => {
      const move = { id: claim, version: 1, words: '' }
      const left = await keyed(['leave', claim], (key) => call('claim.leave', { ...move, key }))
      // Not asked about this shop again: it was a mistake.
      if (left.kind === 'ok')
        await keyed(['not-mine', shop], (key) => call('claim.answer', { shop, yes: false, key }))
      return left
    },
    async () => {
      onEnd()
      await changed()
    },
  )
  const told = headName === null ? '区指挥部会看到' : `店长${headName}会看到`
  return (
    <Card>
      <Chip tone="good" icon="check" word="已认领" />
      <Text as="head">{name}</Text>
      <Text>{`已认领，${told}；认错了可以撤回。`}</Text>
      {withdraw.failure !== null && (
        <Notice words={failureWords(withdraw.failure, moveRefusalWords, unansweredWords)} />
      )}
      <Row>
        <Button
          word="撤回"
          kind="plain"
          busy={withdraw.busy}
          busyWord="正在撤回"
          onTap={() => {
            withdraw.run()
          }}
        />
        <Button word="知道了" busy={withdraw.busy} onTap={onEnd} />
      </Row>
    </Card>
  )
}

interface QuestionProps {
  readonly offer: ShopOffer
  readonly more: number
  readonly onJoined: (joined: Joined) => void
}

const Question = ({ offer, more, onJoined }: QuestionProps) => {
  const keyed = useKeyed()
  const changed = useShopsChanged()
  const [answer, setAnswer] = useState<boolean | null>(null)
  const { busy, failure, run } = useAct(
    async (yes: boolean) => {
      setAnswer(yes)
      const { shop } = offer
      const answered = await keyed({ shop, yes }, (key) => call('claim.answer', { shop, yes, key }))
      // Answered elsewhere meanwhile: what is asked is looked up again.
      if (answered.kind === 'refused') await changed()
      return answered
    },
    async ({ id }) => {
      const read = id === null ? null : await call('shop.read', { id: offer.shop })
      if (id !== null)
        onJoined({
          shop: offer.shop,
          name: offer.name,
          claim: id,
          headName: read?.kind === 'ok' ? (read.value.head?.name ?? null) : null,
        })
      await changed()
    },
  )
  return (
    <Card>
      <Text as="head">{offer.as === 'owner' ? '这是您的店吗？' : '您是这家店的经办人吗？'}</Text>
      <Text as="title">{offer.name}</Text>
      <Text as="small">{`${offer.trade} · ${offer.address}`}</Text>
      {failure !== null && <Notice words={failureWords(failure, answerRefusalWords, unansweredWords)} />}
      <Row>
        <Button
          word="不是"
          kind="plain"
          busy={busy}
          busyWord={answer === false ? '正在提交' : '不是'}
          onTap={() => {
            run(false)
          }}
        />
        <Button
          word="是我的"
          busy={busy}
          busyWord={answer === true ? '正在提交' : '是我的'}
          onTap={() => {
            run(true)
          }}
        />
      </Row>
      {more > 0 && <Text as="note">{`回答后还有 ${String(more)} 家要问您`}</Text>}
    </Card>
  )
}

/** 「这是您的店吗？」 One shop at a time, by the verified phone; nothing where there is nothing to ask. */
export const OfferCard = () => {
  const { data: offers = [] } = useOffers()
  const [joined, setJoined] = useState<Joined | null>(null)
  if (joined)
    return (
      <JoinedCard
        joined={joined}
        onEnd={() => {
          setJoined(null)
        }}
      />
    )
  const [offer] = offers
  if (!offer) return null
  return <Question key={offer.shop} offer={offer} more={offers.length - 1} onJoined={setJoined} />
}
