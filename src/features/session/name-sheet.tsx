import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { nameLimit } from '#domain/person'
import { call } from '../../platform/cloud'
import { failureWords } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { Button } from '../../ui/button'
import { InputLine } from '../../ui/input-line'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { nameRefusals } from './words'

interface Props {
  readonly name: string
  readonly onClose: () => void
}

export const NameSheet = ({ name, onClose }: Props) => {
  const client = useQueryClient()
  const [words, setWords] = useState(name)
  const { run, busy, failure, forgetFailure } = useAct(
    () => call('account.rename', { name: words }),
    async () => {
      await client.invalidateQueries({ queryKey: ['session'] })
      onClose()
    },
  )
  return (
    <Sheet title="怎么称呼您" onClose={onClose} held={busy}>
      <Text as="small">写什么都行，比如「王女士」；不用写真名。</Text>
      <InputLine
        label="称呼"
        hint="您的称呼"
        kind="nickname"
        value={words}
        most={nameLimit}
        disabled={busy}
        onChange={(next) => {
          forgetFailure()
          setWords(next)
        }}
      />
      {failure && (
        <Notice words={failureWords(failure, nameRefusals, '网络不通，还没有保存，内容还在，请重试。')} />
      )}
      <Button word="保存" busy={busy} busyWord="正在保存" onTap={run} />
    </Sheet>
  )
}
