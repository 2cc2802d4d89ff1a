import { useState } from 'react'
import { isPhone } from '#domain/person'
import { failureWords } from '../../platform/outcome'
import { typedPhoneCode } from '../../platform/phone'
import { useAct } from '../../platform/use-act'
import { Button } from '../../ui/button'
import { InputLine } from '../../ui/input-line'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'

interface Props {
  readonly onClose: () => void
  readonly onCode: (code: string) => void
}

/** Stands in for WeChat where there is none: only the local cloud believes what is typed. */
export const TypedPhoneSheet = ({ onClose, onCode }: Props) => {
  const [phone, setPhone] = useState('')
  const { run, busy, failure } = useAct(typedPhoneCode, onCode)
  return (
    <Sheet title="验证手机号" onClose={onClose} held={busy}>
      <Notice
        tone="info"
        icon="phone"
        words="本机演示：微信里由微信给出您的手机号，这里请写一个虚构的号码。"
      />
      <InputLine
        label="手机号"
        hint="11 位手机号"
        kind="phone"
        value={phone}
        most={11}
        disabled={busy}
        onChange={setPhone}
      />
      {failure && <Notice words={failureWords(failure, {}, '网络不通，号码还在，请重试。')} />}
      <Button
        word="验证这个号码"
        busy={busy}
        busyWord="正在验证"
        blocked={isPhone(phone) ? null : '先写 11 位手机号'}
        onTap={() => {
          run(phone)
        }}
      />
    </Sheet>
  )
}
