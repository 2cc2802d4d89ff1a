import { Fragment, useState } from 'react'
import { lacks, type Aim } from '#domain/circular'
import { useDistrict } from '../../platform/use-district'
import { Hairline } from '../../ui/field'
import { PickLine, PickSheet, type Option } from './pick-many'
import { lackWords } from './words'

const fields = [
  ['trades', '行业', '所有行业'],
  ['streets', '街道', '所有街道'],
  ['without', '只发给还缺的', '不限'],
] as const
type Name = (typeof fields)[number][0]

const useOptions = (): Readonly<Record<Name, readonly Option[]>> => {
  const { data } = useDistrict()
  return {
    trades: data?.trades ?? [],
    streets: data?.streets ?? [],
    without: lacks.map((id) => ({ id, name: lackWords[id] })),
  }
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
  const close = () => {
    setOpen(null)
  }
  const all = fields.map(([name, title, none]) => ({
    name,
    what: { title, options: options[name], chosen: aim[name], all: none, unit: '项' },
  }))
  const opened = all.find(({ name }) => name === open)
  return {
    lines: all.map(({ name, what }, at) => (
      <Fragment key={name}>
        {at > 0 && <Hairline />}
        <PickLine
          {...what}
          onTap={() => {
            setOpen(name)
          }}
        />
      </Fragment>
    )),
    sheet: opened ? (
      <PickSheet
        {...opened.what}
        onChange={(chosen) => {
          onChange({ [opened.name]: chosen.join(',') })
        }}
        onClose={close}
      />
    ) : null,
  }
}
