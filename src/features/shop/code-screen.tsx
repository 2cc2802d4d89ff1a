import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '#domain/kernel/id'
import { showPhotos } from '../../platform/media'
import { savePicture } from '../../platform/save-picture'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { classes } from '../../ui/classes'
import { decorative } from '../../ui/described'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import sheet from './code-screen.module.scss'
import { LoadState } from './load-state'
import { useShop, useShopCode } from './queries'

const cx = classes(sheet)

const savedWords = '已保存。可以打印出来，贴在店门口显眼的地方。'
const notSavedWords = '没有保存成功。请点开图片长按保存，或在手机设置里允许存到相册后再试。'

/** The picture to print and hang up; its code leads to the shop's public board. */
export const CodeScreen = ({ id, onHome }: { readonly id: Id<'shop'>; readonly onHome: () => void }) => {
  const shop = useShop(id)
  const { data, error, refetch } = useShopCode(id)
  const [saving, setSaving] = useState(false)
  const [saved, setSaved] = useState<boolean | null>(null)
  if (!data)
    return (
      <LoadState
        error={error}
        goneWords="这家店铺现在不由您看，拿不到它的二维码。"
        goneAction="回首页"
        onGone={onHome}
        onRetry={() => {
          void refetch()
        }}
      />
    )
  const { url } = data
  const name = shop.data?.name ?? '店铺二维码'
  const save = async () => {
    if (saving) return
    setSaving(true)
    setSaved(await savePicture(url, name))
    setSaving(false)
  }
  return (
    <Screen>
      <Card>
        <Text as="title" centred>
          {name}
        </Text>
        <Tappable
          label="放大二维码"
          className={cx('frame')}
          onTap={() => {
            showPhotos([url], url)
          }}
        >
          <Image {...decorative} className={cx('code')} src={url} mode="aspectFit" />
        </Tappable>
        <Text as="small" centred>
          微信扫一扫，看公示、找店长、提建议
        </Text>
        {saved !== null && (
          <Notice
            tone={saved ? 'info' : 'warn'}
            icon={saved ? 'check' : 'warn'}
            words={saved ? savedWords : notSavedWords}
          />
        )}
        <Button
          word="保存图片"
          busy={saving}
          busyWord="正在保存"
          onTap={() => {
            void save()
          }}
        />
      </Card>
      <Card title="怎么贴">
        <View>
          <Text as="small">打印成巴掌大小就够，贴在门口或收银台，离地一米到一米五。</Text>
          <Text as="small">码脏了、破了，再来这里保存打印，码不会变。</Text>
        </View>
      </Card>
    </Screen>
  )
}
