import { useState } from 'react'
import type { DistrictView } from '#domain/contract/district'
import { Card } from '../../ui/card'
import { Field, Hairline } from '../../ui/field'
import { InputLine } from '../../ui/input-line'
import { PickerField } from '../../ui/picker-field'
import { Tappable } from '../../ui/tappable'
import type { Filter } from './queries'

interface Props {
  readonly district: DistrictView | undefined
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
  readonly words: string
  readonly onWords: (words: string) => void
}

/** Words first; street, cell and trade fold away until they are wanted. */
export const ShopFilter = ({ district, filter, onChange, words, onWords }: Props) => {
  const [open, setOpen] = useState(false)
  const { streets = [], cells = [], trades = [] } = district ?? {}
  const within = cells.filter(({ street }) => street === filter.street)
  const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.name
  const chosen = [nameOf(streets, filter.street), nameOf(cells, filter.cell), nameOf(trades, filter.trade)]
  const shown = chosen.filter((name) => name !== undefined).join(' · ')
  return (
    <Card>
      <InputLine label="搜索店铺" hint="搜店名、编号或地址" value={words} most={60} onChange={onWords} />
      <Tappable
        label={`筛选：${shown === '' ? '全部' : shown}，${open ? '收起' : '展开'}`}
        onTap={() => {
          setOpen(!open)
        }}
      >
        <Field name="筛选" value={open ? '收起' : shown === '' ? '街道、社区、行业' : shown} onward={!open} />
      </Tappable>
      {open && (
        <>
          <Hairline />
          <PickerField
            name="街道"
            options={['全部街道', ...streets.map(({ name }) => name)]}
            at={streets.findIndex(({ id }) => id === filter.street) + 1}
            onChange={(at) => {
              onChange({ ...filter, street: streets[at - 1]?.id ?? null, cell: null })
            }}
          />
          {filter.street !== null && (
            <>
              <Hairline />
              <PickerField
                name="社区"
                options={['全部社区', ...within.map(({ name }) => name)]}
                at={within.findIndex(({ id }) => id === filter.cell) + 1}
                onChange={(at) => {
                  onChange({ ...filter, cell: within[at - 1]?.id ?? null })
                }}
              />
            </>
          )}
          <Hairline />
          <PickerField
            name="行业"
            options={['全部行业', ...trades.map(({ name }) => name)]}
            at={trades.findIndex(({ id }) => id === filter.trade) + 1}
            onChange={(at) => {
              onChange({ ...filter, trade: trades[at - 1]?.id ?? null })
            }}
          />
        </>
      )}
    </Card>
  )
}
