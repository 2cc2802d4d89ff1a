import { useSyncExternalStore } from 'react'
import { onPrivacyNeed, privacyButton, type PrivacyAnswer } from '../../platform/privacy'
import { toTerms } from '../../platform/routes'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { TextLink } from '../../ui/text-link'

const watchers = new Set<() => void>()
let asked: PrivacyAnswer | null = null
let listening = false

const watch = (tell: () => void) => {
  watchers.add(tell)
  if (!listening)
    onPrivacyNeed((answer) => {
      asked = answer
      watchers.forEach((each) => {
        each()
      })
    })
  listening = true
  return () => {
    watchers.delete(tell)
  }
}
const current = () => asked

/** Where this phone's WeChat has not heard of the agreement yet: a new phone, or a guide that WeChat saw change. */
export const PrivacyAsk = () => {
  const answer = useSyncExternalStore(watch, current, current)
  if (answer === null) return null
  const close = () => {
    answer(false)
  }
  return (
    <Sheet title="微信请您再确认一次" onClose={close}>
      <Text>
        用相机、相册、位置等功能前，微信要您确认看过《隐私保护指引》。不同意就不使用，其他功能照常。
      </Text>
      <TextLink
        word="看全文《隐私保护指引》"
        onTap={() => {
          toTerms('privacy')
        }}
      />
      <Button
        word="同意"
        ask="agreePrivacyAuthorization"
        id={privacyButton}
        onTap={() => {
          answer(true)
        }}
      />
      <Button word="不同意" kind="plain" onTap={close} />
    </Sheet>
  )
}
