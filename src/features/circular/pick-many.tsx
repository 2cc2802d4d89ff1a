import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Choice } from '../../ui/choice'
import { classes } from '../../ui/classes'
import { Field } from '../../ui/field'
import { InputLine } from '../../ui/input-line'
import { Sheet } from '../../ui/sheet'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import sheet from './circular.module.scss'

const cx = classes(sheet)

export interface Option {
  readonly id: string
  readonly name: string
  readonly note?: string
}

interface What {
  readonly title: string
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  /** what none chosen means */
  readonly all: string
  /** 「项」「个群」 */
  readonly unit: string
}

const shownOf = ({ chosen, options, all, unit }: What): string => {
  const [only] = chosen
  if (only === undefined) return all
  const name = options.find(({ id }) => id === only)?.name
  if (name === undefined) return `${String(chosen.length)} ${unit}`
  return chosen.length === 1 ? name : `${name}等 ${String(chosen.length)} ${unit}`
}

/** A line that says what is chosen and opens the choices. */
export const PickLine = (props: What & { readonly onTap: () => void }) => {
  const shown = shownOf(props)
  return (
    <Tappable label={`${props.title}：${shown}`} onTap={props.onTap}>
      <Field name={props.title} value={shown} onward />
    </Tappable>
  )
}

interface SheetProps extends What {
  readonly onChange: (chosen: readonly string[]) => void
  readonly onClose: () => void
  /** what a long list is searched by, in words; null: it is short */
  readonly searched?: string | null
  readonly nothingFound?: string
}

/** Any number of choices; none of them is all. */
export const PickSheet = ({
  title,
  options,
  chosen,
  all,
  unit,
  onChange,
  onClose,
  searched = null,
  nothingFound = '',
}: SheetProps) => {
  const [words, setWords] = useState('')
  const found = options.filter(({ name, note = '' }) => `${name}${note}`.includes(words.trim()))
  return (
    <Sheet title={title} onClose={onClose}>
      {searched !== null && (
        <>
          <InputLine label={searched} hint={searched} value={words} most={20} onChange={setWords} />
          <Choice
            many
            word={all}
            on={chosen.length === 0}
            onTap={() => {
              onChange([])
            }}
          />
        </>
      )}
      {found.length === 0 && nothingFound !== '' && <Text as="small">{nothingFound}</Text>}
      {found.map(({ id, name, note }) => {
        const on = chosen.includes(id)
        return (
          <Choice
            key={id}
            many
            word={name}
            {...(note !== undefined && { note })}
            on={on}
            onTap={() => {
              onChange(on ? chosen.filter((one) => one !== id) : [...chosen, id])
            }}
          />
        )
      })}
      <View className={cx('done')}>
        <Button
          word={chosen.length === 0 ? all : `选好了 ${String(chosen.length)} ${unit}`}
          onTap={onClose}
        />
      </View>
    </Sheet>
  )
}
