import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CaseloadRow } from '#domain/contract/caseload'
import { Choice } from '../../../ui/choice'
import { classes } from '../../../ui/classes'
import { described } from '../../../ui/described'
import { InputLine } from '../../../ui/input-line'
import { Text } from '../../../ui/text'
import { shopsWords } from '../shared/numbers'
import sheet from './pick-card.module.scss'

const cx = classes(sheet)

interface Props {
  readonly heads: readonly CaseloadRow[]
  readonly chosen: string | null
  readonly disabled?: boolean
  readonly onChoose: (head: CaseloadRow) => void
}

/** One of the heads, found by name or agency; each says how many shops it has already. */
export const HeadPicker = ({ heads, chosen, disabled = false, onChoose }: Props) => {
  const [words, setWords] = useState('')
  const found = heads.filter(({ name, agencyName }) => `${name}${agencyName ?? ''}`.includes(words))
  return (
    <>
      <InputLine
        label="按姓名或机构找"
        hint="按姓名或机构找"
        value={words}
        most={20}
        onChange={(text) => {
          setWords(text.trim())
        }}
      />
      {found.length === 0 && <Text as="small">没有找到这位店长，换个词试试，或先到「岗位」开通。</Text>}
      <View {...described({ role: 'radiogroup', label: '店长' })} className={cx('choices')}>
        {found.map((head) => (
          <Choice
            key={head.id}
            word={head.name}
            note={[head.agencyName ?? '', shopsWords(head.shops)].filter((part) => part !== '').join(' · ')}
            on={head.id === chosen}
            disabled={disabled}
            onTap={() => {
              onChoose(head)
            }}
          />
        ))}
      </View>
    </>
  )
}
