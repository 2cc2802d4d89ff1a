import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ChannelHead } from '#domain/contract/channel'
import { classes } from '../../ui/classes'
import { Icon } from '../../ui/icon'
import { Tappable } from '../../ui/tappable'
import sheet from './chat-top.module.scss'
import { dutyWords } from './words'

const cx = classes(sheet)

interface Props {
  readonly head: ChannelHead
  readonly offline: boolean
  readonly onMenu: () => void
  readonly onPin: (seq: number) => void
}

/** What stands above a channel: whether somebody reads now, what its desk promises, what is pinned. */
export const ChatTop = ({ head, offline, onMenu, onPin }: Props) => {
  const { kind, sentence, pins } = head
  const [whole, setWhole] = useState(false)
  const [at, setAt] = useState(0)
  const pin = pins[at % Math.max(1, pins.length)]
  const duty = kind === 'command' ? '区里的店长都在这里' : dutyWords(head)
  return (
    <View>
      <View className={cx('line')}>
        <View className={cx('duty', offline && 'off')}>{offline ? '网络不通，连上后自动收发' : duty}</View>
        <Tappable label="查找与设置" className={cx('menu')} onTap={onMenu}>
          <Icon name="search" size="small" />
          <View>查找与设置</View>
        </Tappable>
      </View>
      {sentence !== null && (
        <Tappable
          label={`${sentence}${whole ? '' : '，点开看全文'}`}
          className={cx('sentence')}
          onTap={() => {
            setWhole(!whole)
          }}
        >
          <View className={cx(!whole && 'short')}>{sentence}</View>
        </Tappable>
      )}
      {pin !== undefined && (
        <Tappable
          label={`看置顶消息，共 ${String(pins.length)} 条`}
          className={cx('pins')}
          onTap={() => {
            onPin(pin)
            setAt(at + 1)
          }}
        >
          <Icon name="up" size="small" />
          <View>{`置顶消息 ${String((at % pins.length) + 1)}/${String(pins.length)}，点开看`}</View>
        </Tappable>
      )}
    </View>
  )
}
