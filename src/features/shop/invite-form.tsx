import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { failureWords } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { useDraft } from '../../platform/use-draft'
import { useKeyed } from '../../platform/use-keyed'
import { Button } from '../../ui/button'
import { InputLine } from '../../ui/input-line'
import { Notice } from '../../ui/notice'
import { Text } from '../../ui/text'
import { inviteRefusalWords, unansweredWords } from './words'

interface Props {
  readonly shop: Id<'shop'>
  readonly onDone: (name: string) => void
  readonly onBusy: (busy: boolean) => void
}

/** An owner names an agent by phone: whoever verifies that phone is asked whether the shop is theirs to act for. */
export const InviteForm = ({ shop, onDone, onBusy }: Props) => {
  const { draft, edit, drop } = useDraft(`agent-draft:${shop}`, { name: '', phone: '' })
  const keyed = useKeyed()
  const name = draft.name.trim()
  const phone = draft.phone.trim()
  const { busy, failure, run, forgetFailure } = useAct(
    async () => {
      onBusy(true)
      const answer = await keyed({ shop, phone, name }, (key) =>
        call('agent.invite', { shop, phone, name, key }),
      )
      onBusy(false)
      return answer
    },
    () => {
      drop()
      onDone(name)
    },
  )
  const change = (part: Partial<typeof draft>) => {
    forgetFailure()
    edit(part)
  }
  return (
    <>
      <Text as="small">经办人可以替您看店铺资料、登记健康证、办事，您随时可以请店长撤销。</Text>
      <InputLine
        label="经办人姓名"
        hint="经办人姓名"
        value={draft.name}
        most={20}
        disabled={busy}
        onChange={(text) => {
          change({ name: text })
        }}
      />
      <InputLine
        label="经办人手机号"
        hint="经办人手机号"
        kind="phone"
        value={draft.phone}
        most={11}
        disabled={busy}
        onChange={(text) => {
          change({ phone: text })
        }}
      />
      {failure !== null && <Notice words={failureWords(failure, inviteRefusalWords, unansweredWords)} />}
      <Button
        word="添加经办人"
        busy={busy}
        busyWord="正在提交"
        blocked={name === '' || phone === '' ? '姓名和手机号都要填' : null}
        onTap={() => {
          run()
        }}
      />
    </>
  )
}
