import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CaseloadView } from '#domain/contract/caseload'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Choice } from '../../../ui/choice'
import { classes } from '../../../ui/classes'
import { described } from '../../../ui/described'
import { InputLine } from '../../../ui/input-line'
import { Segments } from '../../../ui/segments'
import { Text } from '../../../ui/text'
import { shopsWords } from '../shared/numbers'
import sheet from './pick-card.module.scss'
import { nothingPicked, type Group, type Picking, type Way } from './picking'

const cx = classes(sheet)

const ways: readonly (readonly [Way, string])[] = [
  ['all', '全部'],
  ['street', '街道'],
  ['cell', '网格'],
  ['trade', '行业'],
  ['shops', '单选'],
]

const atOnce = 30
const longestSearch = 20

interface Props {
  readonly view: CaseloadView
  readonly picking: Picking
  readonly groups: readonly Group[]
  readonly onChange: (picking: Picking) => void
}

const SingleShops = ({ view, picking, onChange }: Omit<Props, 'groups'>) => {
  const [words, setWords] = useState('')
  const [shown, setShown] = useState(atOnce)
  const found = view.list.filter(({ name, address }) => words === '' || `${name}${address}`.includes(words))
  const picked = new Set(picking.shops)
  return (
    <>
      <InputLine
        label="按店名或地址找"
        hint="按店名或地址找"
        value={words}
        most={longestSearch}
        onChange={(text) => {
          setWords(text.trim())
          setShown(atOnce)
        }}
      />
      <Text as="small">{`已选 ${shopsWords(picked.size)}`}</Text>
      {found.length === 0 && <Text as="small">没有找到，换个词试试。</Text>}
      <View className={cx('choices')}>
        {found.slice(0, shown).map(({ id, name, address }) => (
          <Choice
            key={id}
            many
            word={name}
            note={address}
            on={picked.has(id)}
            onTap={() => {
              const shops = picked.has(id)
                ? picking.shops.filter((shop) => shop !== id)
                : [...picking.shops, id]
              onChange({ ...picking, shops })
            }}
          />
        ))}
      </View>
      {found.length > shown && (
        <Button
          word={`再看 ${String(Math.min(atOnce, found.length - shown))} 家`}
          kind="plain"
          small
          onTap={() => {
            setShown(shown + atOnce)
          }}
        />
      )}
    </>
  )
}

/** Which of the shops go: all, a street's, a cell's, a trade's, or single ones; each group says how many it has. */
export const PickCard = ({ view, picking, groups, onChange }: Props) => (
  <Card title="交接哪些店铺">
    <Segments
      label="怎么选店铺"
      options={ways}
      value={picking.way}
      onChange={(way) => {
        onChange({ ...nothingPicked, way })
      }}
    />
    {picking.way === 'all' && <Text as="small">{`全部 ${shopsWords(view.shops)}`}</Text>}
    {picking.way === 'shops' && <SingleShops view={view} picking={picking} onChange={onChange} />}
    {picking.way !== 'all' && picking.way !== 'shops' && (
      <View {...described({ role: 'radiogroup', label: '交接哪些店铺' })} className={cx('choices')}>
        {groups.map(({ id, name, count }) => (
          <Choice
            key={id}
            word={`${name} · ${shopsWords(count)}`}
            on={id === picking.group}
            onTap={() => {
              onChange({ ...picking, group: id })
            }}
          />
        ))}
      </View>
    )}
  </Card>
)
