import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { messageLimits } from '#domain/message'
import { recordVoice, type Recorded, type Recording } from '../../platform/voice'
import { Button } from '../../ui/button'
import { classes } from '../../ui/classes'
import { Notice } from '../../ui/notice'
import { Row } from '../../ui/row'
import sheet from './composer.module.scss'

const cx = classes(sheet)
const most = messageLimits.voiceSeconds

const troubles: Record<Exclude<Recorded['kind'], 'recorded'> | 'refused', string> = {
  refused: '没有麦克风权限，不能录音。请在手机设置里允许，或改发文字。',
  'too-short': '太短了，没有录到。请点一下开始，说完再点一下。',
  failed: '没有录成，请再录一次，或改发文字。',
}

interface Props {
  readonly onRecorded: (voice: { readonly file: string; readonly seconds: number }) => void
  readonly onClose: () => void
}

/** One tap begins, one tap sends; the seconds that are left are said in words. */
export const VoicePanel = ({ onRecorded, onClose }: Props) => {
  const [recording, setRecording] = useState<Recording | null>(null)
  const [spent, setSpent] = useState(0)
  const [trouble, setTrouble] = useState<string | null>(null)
  const running = useRef<Recording | null>(null)

  useEffect(() => {
    if (recording === null) return undefined
    const timer = setInterval(() => {
      setSpent((seconds) => seconds + 1)
    }, 1_000)
    return () => {
      clearInterval(timer)
    }
  }, [recording])
  useEffect(
    () => () => {
      running.current?.cancel()
    },
    [],
  )

  const hold = (next: Recording | null) => {
    running.current = next
    setRecording(next)
  }
  const begin = async () => {
    setTrouble(null)
    setSpent(0)
    const begun = await recordVoice(most, (recorded) => {
      hold(null)
      if (recorded.kind === 'recorded') onRecorded({ file: recorded.id, seconds: recorded.seconds })
      else setTrouble(troubles[recorded.kind])
    })
    if (begun === null) setTrouble(troubles.refused)
    else hold(begun)
  }

  return (
    <View className={cx('voice')}>
      {trouble !== null && <Notice words={trouble} />}
      <View className={cx('voiceWords')} aria-hidden={recording === null}>
        {recording === null ? '最长 60 秒' : `正在录音，还能说 ${String(Math.max(0, most - spent))} 秒`}
      </View>
      <Row>
        <Button
          word="取消"
          kind="plain"
          onTap={() => {
            running.current?.cancel()
            hold(null)
            onClose()
          }}
        />
        {recording === null ? (
          <Button
            word="开始说"
            icon="mic"
            onTap={() => {
              void begin()
            }}
          />
        ) : (
          <Button
            word="说完，发送"
            icon="send"
            onTap={() => {
              recording.stop()
            }}
          />
        )}
      </Row>
    </View>
  )
}
