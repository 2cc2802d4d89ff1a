import { useState } from 'react'
import { careWords } from '#domain/care-words'
import { hardshipKinds, type HardshipKind } from '#domain/hardship'
import type { Id } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { failureWords } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { useDraft } from '../../platform/use-draft'
import { useKeyed } from '../../platform/use-keyed'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { PickerField } from '../../ui/picker-field'
import { Sheet } from '../../ui/sheet'
import { WordsField } from '../../ui/words-field'
import { useRefresh } from './queries'
import { hardshipKindWords, hardshipRefusals } from './words'

interface Props {
  readonly shop: Id<'shop'>
  readonly onClose: () => void
}

/** 「记一个困难」, by the shop or its head. */
export const HardshipForm = ({ shop, onClose }: Props) => {
  const { draft, edit, drop } = useDraft(`care:hardship:${shop}`, { words: '' })
  const [kind, setKind] = useState<HardshipKind | null>(null)
  const keyed = useKeyed()
  const refresh = useRefresh()
  const { run, busy, failure, forgetFailure } = useAct(
    (chosen: HardshipKind) => {
      const order = { shop, kind: chosen, words: draft.words, helper: '' }
      return keyed(order, (key) => call('hardship.add', { ...order, key }))
    },
    async () => {
      drop()
      await refresh()
      onClose()
    },
  )
  const blocked = kind === null ? '先选哪一类' : draft.words.trim() === '' ? '先写一句' : null
  return (
    <Sheet title="记一个困难" onClose={onClose} held={busy}>
      <PickerField
        name="哪一类"
        hint="请选"
        options={hardshipKinds.map((one) => hardshipKindWords[one])}
        at={kind === null ? -1 : hardshipKinds.indexOf(kind)}
        disabled={busy}
        onChange={(at) => {
          forgetFailure()
          setKind(hardshipKinds[at] ?? null)
        }}
      />
      <WordsField
        boxed
        fixed
        label="难在哪里"
        hint="例如：消毒柜坏了，换不起"
        value={draft.words}
        most={careWords}
        disabled={busy}
        onChange={(words) => {
          forgetFailure()
          edit({ words })
        }}
      />
      {failure && <Notice words={failureWords(failure, hardshipRefusals)} />}
      <Button
        word="记下"
        busy={busy}
        busyWord="正在提交"
        blocked={blocked}
        onTap={() => {
          if (kind !== null) run(kind)
        }}
      />
    </Sheet>
  )
}
