import { useState } from 'react'
import { lacks, type Aim } from '#domain/circular'
import { useDistrict } from '../../platform/use-district'
import { Button } from '../../ui/button'
import { Choice } from '../../ui/choice'
import { Field, Hairline } from '../../ui/field'
import { Sheet } from '../../ui/sheet'
import { Tappable } from '../../ui/tappable'
import { lackWords } from './words'

const fields = [
  ['trades', '行业', '所有行业'],
  ['streets', '街道', '所有街道'],
  ['without', '只发给还缺的', '不限'],
] as const
type Name = (typeof fields)[number][0]

interface Option {
  readonly id: string
  readonly name: string
}

const useOptions = (): Readonly<Record<Name, readonly Option[]>> => {
  const { data } = useDistrict()
  return {
    trades: data?.trades ?? [],
    streets: data?.streets ?? [],
    without: lacks.map((id) => ({ id, name: lackWords[id] })),
  }
}

const shownOf = (chosen: readonly string[], options: readonly Option[], all: string): string => {
  const [only] = chosen
  if (only === undefined) return all
  const name = options.find(({ id }) => id === only)?.name ?? ''
  return chosen.length === 1 ? name : `${name}等 ${String(chosen.length)} 项`
}

interface Props {
  readonly aim: Aim
  /** ids in one text, comma between */
  readonly onChange: (part: Partial<Readonly<Record<Name, string>>>) => void
}

/** Whom it is for: each line opens its choices; none chosen is all of them. */
export const useAimFields = ({ aim, onChange }: Props) => {
  const options = useOptions()
  const [open, setOpen] = useState<Name | null>(null)
  const field = fields.find(([name]) => name === open)
  const lines = fields.map(([name, title, all], at) => {
    const shown = shownOf(aim[name], options[name], all)
    return (
      <Tappable
        key={name}
        label={`${title}：${shown}`}
        onTap={() => {
          setOpen(name)
        }}
      >
        {at > 0 && <Hairline />}
        <Field name={title} value={shown} onward />
      </Tappable>
    )
  })
  const sheet = field && (
    <Sheet
      title={field[1]}
      onClose={() => {
        setOpen(null)
      }}
    >
      {options[field[0]].map(({ id, name }) => {
        const chosen: readonly string[] = aim[field[0]]
        const on = chosen.includes(id)
        return (
          <Choice
            key={id}
            many
            word={name}
            on={on}
            onTap={() => {
              onChange({ [field[0]]: (on ? chosen.filter((one) => one !== id) : [...chosen, id]).join(',') })
            }}
          />
        )
      })}
      <Button
        word={aim[field[0]].length === 0 ? field[2] : `选好了 ${String(aim[field[0]].length)} 项`}
        onTap={() => {
          setOpen(null)
        }}
      />
    </Sheet>
  )
  return { lines, sheet: sheet ?? null }
}
