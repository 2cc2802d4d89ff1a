import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Refusal } from '#domain/contract/endpoints'
import type { CommonRefusal } from '#domain/contract/reply'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { groupCloudId } from '../../platform/group'
import { failureWords, unreachedWords, type Outcome } from '../../platform/outcome'
import { randomKey } from '../../platform/random-key'
import { useAct } from '../../platform/use-act'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Skeleton } from '../../ui/skeleton'
import { Text } from '../../ui/text'

type Code = Refusal<'channel.enterGroup'> | Refusal<'channel.bindGroup'>
const refusals: Record<Exclude<Code, CommonRefusal>, string> = {
  'group-unread': '没有读到微信群，请回到群里，重新点开店长发的卡片。',
  'group-unknown': '这个微信群还没有绑定店长群。您是店长的话，可以现在绑定。',
  'group-taken': '这个微信群已绑定别的店长群，请换一个群，或请那位店长改绑。',
}

const inGroup = async <T, R extends string>(
  send: (cloudID: string) => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R | 'group-unread'>> => {
  const cloudID = await groupCloudId()
  return cloudID === null ? { kind: 'refused', code: 'group-unread' } : send(cloudID)
}

interface Props {
  /** the channel whose card was opened; null where the address names none */
  readonly channel: Id<'channel'> | null
  /** whether this reader heads a group: then the channel may be bound here */
  readonly head: boolean
  readonly onEnter: (channel: Id<'channel'>) => void
  readonly onClaim: () => void
  readonly onHome: () => void
}

const Bind = ({ channel, onEnter }: { readonly channel: Id<'channel'>; readonly onEnter: () => void }) => {
  const { run, busy, failure } = useAct(
    () => inGroup((cloudID) => call('channel.bindGroup', { channel, cloudID })),
    onEnter,
  )
  return (
    <Card title="绑定这个微信群">
      <Text>绑定后，店里的人在这个微信群里点开卡片，就能进您的店长群；还没认领店铺的，会先请他认领。</Text>
      {failure && <Notice words={failureWords(failure, refusals, unreachedWords)} />}
      <Button
        word="绑定"
        busy={busy}
        busyWord="正在绑定"
        onTap={() => {
          run()
        }}
      />
    </Card>
  )
}

/** Where a card in a WeChat group leads: into the channel, or to what comes before it. */
export const GroupScreen = ({ channel, head, onEnter, onClaim, onHome }: Props) => {
  const [opening] = useState(randomKey)
  const { data: answer, refetch } = useQuery({
    queryKey: ['group', opening],
    queryFn: () => inGroup((cloudID) => call('channel.enterGroup', { cloudID })),
    // A cloudID is good for one opening.
    gcTime: 0,
  })
  const entry = answer?.kind === 'ok' ? answer.value : null
  const member = entry?.kind === 'member' ? entry.channel : null
  useEffect(() => {
    if (member !== null) onEnter(member)
  }, [member, onEnter])

  if (entry?.kind === 'claim-first')
    return (
      <Screen>
        <Card title="先认领您的店铺">
          <Text>
            {`这是${entry.headName ?? ''}店长的群。认领店铺、店长确认后，您就能进群；扫店里的二维码最快。`}
          </Text>
          <Button word="去认领店铺" icon="shop" onTap={onClaim} />
          <Button word="回首页" kind="plain" onTap={onHome} />
        </Card>
      </Screen>
    )
  if (answer === undefined || answer.kind === 'ok')
    return (
      <Screen>
        <Skeleton cards={1} />
      </Screen>
    )
  const unbound = answer.kind === 'refused' && answer.code === 'group-unknown'
  return (
    <Screen>
      {head && unbound && channel !== null ? (
        <Bind
          channel={channel}
          onEnter={() => {
            onEnter(channel)
          }}
        />
      ) : (
        <Card>
          <Text>{failureWords(answer, refusals, unreachedWords)}</Text>
          {channel !== null && (
            <Button
              word="进店长群"
              onTap={() => {
                onEnter(channel)
              }}
            />
          )}
          <Button
            word="再试一次"
            kind="soft"
            onTap={() => {
              void refetch()
            }}
          />
          <Button word="回首页" kind="plain" onTap={onHome} />
        </Card>
      )}
    </Screen>
  )
}
