import { View } from '@tarojs/components'
import { useEffect, useState, type ReactNode } from 'react'
import type { Id } from '#domain/kernel/id'
import { dropStored, readStored, writeStored } from '../../platform/storage'
import { usePhotos } from '../../platform/use-photos'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Notice } from '../../ui/notice'
import { PhotoGrid } from '../../ui/photo-grid'
import { Text } from '../../ui/text'
import { claimPhotoLimits } from './limits'
import { OfferCard } from './offer-card'
import { useAsk } from './use-ask'
import { photoTroubleWords } from './words'

const draftName = (code: Id<'shopCode'>) => `claim-photos:${code}`

const photosFrom = (stored: unknown): readonly string[] =>
  Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : []

const AskForm = ({ code, onDone }: { readonly code: Id<'shopCode'>; readonly onDone: () => void }) => {
  const [ids, setIds] = useState(() => photosFrom(readStored(draftName(code))))
  useEffect(() => {
    if (ids.length === 0) dropStored(draftName(code))
    else writeStored(draftName(code), ids)
  }, [code, ids])
  const photos = usePhotos(ids, claimPhotoLimits, setIds)
  const ask = useAsk(code, () => {
    photos.clear()
    setIds([])
    onDone()
  })
  const { busy, done } = ask
  return (
    <Card title="拍一张证照">
      <Text as="small">
        营业执照或许可证，能看清店名和编号就行。照片只给店长核对用，拍摄地点和手机信息会去掉。
      </Text>
      <PhotoGrid
        urls={photos.urls}
        onOpen={photos.show}
        {...(busy ? {} : { onRemove: photos.remove })}
        addWord={photos.urls.length === 0 ? '拍证照' : '再拍一张'}
        {...(photos.full || busy ? {} : { onAdd: photos.add })}
      />
      {photos.trouble !== null && <Notice tone="warn" words={photoTroubleWords[photos.trouble]} />}
      {ask.failure !== null && <Notice words={ask.failure} />}
      <Button
        word="交给店长核对"
        busy={busy}
        busyWord={done === 0 ? '正在提交' : `正在上传 ${String(done)}/${String(ids.length)}`}
        blocked={
          photos.adding && !busy
            ? '照片还在加进来，请稍候'
            : ids.length === 0
              ? '先拍一张证照，再交给店长'
              : null
        }
        onTap={() => {
          ask.run(ids)
        }}
      />
    </Card>
  )
}

const nextWords = {
  visitor: '同意后验证手机号，再拍一张证照',
  'no-phone': '先验证手机号，再拍一张证照',
  ready: '拍一张证照',
} as const

interface Props {
  readonly code: Id<'shopCode'>
  readonly claim: 'none' | 'asked' | 'held'
  /** what stands between this reader and a claim */
  readonly reader: keyof typeof nextWords
  /** the reader said it is theirs */
  readonly open: boolean
  /** verifies the phone, where there is none */
  readonly phone: ReactNode
  readonly onOpen: () => void
  readonly onClaims: () => void
}

/**
 * 「这是我的店」: agree first, then a verified phone, then a photo of the licence, which the head looks at; where the phone
 * is the one on the shop's record, the question comes before the photo.
 */
export const AskCard = ({ code, claim, reader, open, phone, onOpen, onClaims }: Props) => {
  const [asked, setAsked] = useState(false)
  if (claim === 'held')
    return (
      <Card>
        <Chip tone="good" icon="check" word="您是这家店的人" />
        <Button word="我的认领" kind="soft" onTap={onClaims} />
      </Card>
    )
  if (claim === 'asked' || asked)
    return (
      <Card>
        <Chip tone="info" icon="clock" word="等店长核对" />
        <Text>已交给店长核对。核对后会在「消息」里告诉您。</Text>
        <Button word="看认领进度" kind="soft" onTap={onClaims} />
      </Card>
    )
  if (!open || reader === 'visitor')
    return (
      <Card>
        <View>
          <Text as="head">您是店主？</Text>
          <Text as="small">认领后可以登记健康证、看证照到期、找店长。</Text>
          <Text as="small">{`下一步：${nextWords[reader]}，交给店长核对。`}</Text>
        </View>
        <Button word="这是我的店" kind="soft" icon="shop" onTap={onOpen} />
      </Card>
    )
  if (reader === 'no-phone')
    return (
      <Card title="先验证手机号">
        <Text>店长核对时要能联系到您，只需一次。</Text>
        {phone}
      </Card>
    )
  return (
    <>
      <OfferCard />
      <AskForm
        code={code}
        onDone={() => {
          setAsked(true)
        }}
      />
    </>
  )
}
