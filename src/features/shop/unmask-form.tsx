import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { dial } from '../../platform/navigation'
import { failureWords, unreachedWords } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { Button } from '../../ui/button'
import { Choice } from '../../ui/choice'
import { described } from '../../ui/described'
import { InputLine } from '../../ui/input-line'
import { Notice } from '../../ui/notice'
import { Text } from '../../ui/text'
import { unmaskRefusalWords } from './words'

const reasons = ['约上门指导', '提醒证照到期', '核对认领人'] as const

/** The register's contact in clear, against a reason that is written down with who looked. */
export const UnmaskForm = ({ id }: { readonly id: Id<'shop'> }) => {
  const [chosen, setChosen] = useState<string | null>(null)
  const [written, setWritten] = useState('')
  const [shown, setShown] = useState<{ readonly name: string; readonly phone: string } | null>(null)
  const why = chosen ?? written.trim()
  const { busy, failure, run } = useAct(() => call('shop.unmask', { id, why }), setShown)

  if (shown)
    return (
      <>
        <View>
          <Text as="small">{shown.name}</Text>
          <Text as="title">{shown.phone}</Text>
        </View>
        <Button
          word="打电话"
          icon="phone"
          onTap={() => {
            dial(shown.phone)
          }}
        />
        <Text as="small">谁在什么时候、为什么看了电话，已记录。</Text>
      </>
    )
  return (
    <>
      <Text as="small">先选为什么要看，查看会记录下来。</Text>
      <View
        {...described({ role: 'radiogroup', label: '为什么要看电话' })}
        style="display:flex;flex-direction:column;gap:8px"
      >
        {reasons.map((reason) => (
          <Choice
            key={reason}
            word={reason}
            on={chosen === reason}
            disabled={busy}
            onTap={() => {
              setChosen(reason)
            }}
          />
        ))}
      </View>
      <InputLine
        label="别的原因"
        hint="别的原因，写一句"
        value={written}
        most={100}
        disabled={busy}
        onChange={(text) => {
          setWritten(text)
          setChosen(null)
        }}
      />
      {failure !== null && <Notice words={failureWords(failure, unmaskRefusalWords, unreachedWords)} />}
      <Button
        word="查看电话"
        busy={busy}
        busyWord="正在查看"
        blocked={why.length < 2 ? '先选一个原因，或写一句' : null}
        onTap={() => {
          run()
        }}
      />
    </>
  )
}
