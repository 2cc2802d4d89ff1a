import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '#domain/contract/endpoints'
import { unreachable } from '#domain/kernel/unreachable'
import { call } from '../../platform/cloud'
import { failureWords, unreachedWords } from '../../platform/outcome'
import { canVerifyPhone, phoneAnswer } from '../../platform/phone'
import { useAct } from '../../platform/use-act'
import { Button } from '../../ui/button'
import { Chip } from '../../ui/chip'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { Row } from '../../ui/row'
import { Text } from '../../ui/text'
import { TypedPhoneSheet } from './typed-phone-sheet'
import { phoneDeclined, phoneRefusals, phoneUnavailable } from './words'

type Verified = Output<'account.verifyPhone'>

/** What the phone brought with it: posts that were waiting for it, shops that may be this person's. */
const broughtWords = ({ roles, offers }: Verified): string =>
  [
    '手机号已验证。',
    roles > 0 && `您有 ${String(roles)} 个岗位，见下方。`,
    offers > 0 && `有 ${String(offers)} 家店铺登记的是这个手机号。`,
  ]
    .filter((part) => part !== false)
    .join('')

interface Props {
  readonly phone: string | null
  readonly onOffers: () => void
}

export const PhoneField = ({ phone, onOffers }: Props) => {
  const client = useQueryClient()
  const [typing, setTyping] = useState(false)
  const [unasked, setUnasked] = useState<string | null>(null)
  const [verified, setVerified] = useState<Verified | null>(null)
  const { run, busy, failure } = useAct(
    (code: string) => call('account.verifyPhone', { code }),
    async (value) => {
      setVerified(value)
      await client.invalidateQueries()
    },
  )
  const answered = (detail: unknown) => {
    const answer = phoneAnswer(detail)
    setVerified(null)
    setUnasked(null)
    switch (answer.kind) {
      case 'code':
        run(answer.code)
        return
      case 'declined':
        setUnasked(phoneDeclined)
        return
      case 'unavailable':
        setUnasked(phoneUnavailable)
        return
      case 'untold':
        setTyping(true)
        return
      default:
        unreachable(answer)
    }
  }
  const trouble = unasked ?? (failure && failureWords(failure, phoneRefusals, unreachedWords))
  return (
    <>
      {phone === null ? (
        <Text as="small">反映问题、办店铺的事需要验证手机号；只看不用。</Text>
      ) : (
        <Field
          name="手机号"
          value={
            <Row>
              <Text>{phone}</Text>
              <Chip tone="good" icon="check" word="已验证" />
            </Row>
          }
        />
      )}
      {verified && <Notice tone="info" icon="check" words={broughtWords(verified)} />}
      {verified !== null && verified.offers > 0 && <Button word="看看是不是您的店" onTap={onOffers} />}
      {trouble !== null && <Notice words={trouble} />}
      {canVerifyPhone() && (
        <Button
          word={phone === null ? '验证手机号' : '换手机号'}
          kind={phone === null ? 'soft' : 'plain'}
          icon="phone"
          small
          ask="getPhoneNumber"
          busy={busy}
          busyWord="正在验证"
          onTap={answered}
        />
      )}
      {typing && (
        <TypedPhoneSheet
          onClose={() => {
            setTyping(false)
          }}
          onCode={(code) => {
            setTyping(false)
            run(code)
          }}
        />
      )}
    </>
  )
}
