import { useState } from 'react'
import type { CaseloadRow } from '#domain/contract/caseload'
import type { Id } from '#domain/kernel/id'
import { useDistrict } from '../../../platform/use-district'
import { useAllCaseloads } from '../../../platform/use-caseloads'
import { Card } from '../../../ui/card'
import { EmptyState } from '../../../ui/empty-state'
import { InputLine } from '../../../ui/input-line'
import { Rows, RowLine } from '../../../ui/rows'
import { Screen } from '../../../ui/screen'
import { Segments } from '../../../ui/segments'
import { Text } from '../../../ui/text'
import { Loaded } from '../shared/loaded'
import { shopsWords } from '../shared/numbers'

type Side = CaseloadRow['holder']['kind']

interface Props {
  readonly onOpen: (id: Id<'caseload'>) => void
  readonly onImport: () => void
}

interface ListProps extends Props {
  readonly all: readonly CaseloadRow[]
}

const headNote = ({ agencyName, deputyName }: CaseloadRow): string =>
  [agencyName ?? '', deputyName === null ? '没有副店长' : `副店长 ${deputyName}`]
    .filter((part) => part !== '')
    .join(' · ')

/** Cells of different streets may bear one name. */
const useStreetNames = () => {
  const { data } = useDistrict()
  return ({ holder }: CaseloadRow): string => {
    const street = holder.kind === 'pool' && data?.cells.find(({ id }) => id === holder.cell)?.street
    return data?.streets.find(({ id }) => id === street)?.name ?? ''
  }
}

const sum = (rows: readonly CaseloadRow[]): number => rows.reduce((total, { shops }) => total + shops, 0)

const List = ({ all, onOpen, onImport }: ListProps) => {
  const [side, setSide] = useState<Side>('head')
  const [words, setWords] = useState('')
  const streetOf = useStreetNames()
  const of = (kind: Side) => all.filter(({ holder }) => holder.kind === kind)
  const waiting = sum(of('pool'))
  const noteOf = (row: CaseloadRow) => (side === 'head' ? headNote(row) : streetOf(row))
  const rows = of(side).filter((row) => `${row.name}${noteOf(row)}`.includes(words))
  if (all.length === 0)
    return (
      <EmptyState words="还没有店长和店铺，可以用表格一次导入。" actionWord="去导入" onAction={onImport} />
    )
  return (
    <>
      <Segments
        label="看哪些"
        options={[
          ['head', `店长 ${String(of('head').length)} 位`],
          ['pool', `还没有店长 ${shopsWords(waiting)}`],
        ]}
        value={side}
        onChange={(next) => {
          setWords('')
          setSide(next)
        }}
      />
      {of(side).length === 0 ? (
        <Card>
          <Text as="small">
            {side === 'pool' ? '每家店铺都有店长了。' : '还没有店长，请到「岗位」开通，或用表格导入。'}
          </Text>
        </Card>
      ) : (
        <InputLine
          label={side === 'head' ? '按姓名或机构找' : '按街道或网格找'}
          hint={side === 'head' ? '按姓名或机构找' : '按街道或网格找'}
          value={words}
          most={20}
          onChange={(text) => {
            setWords(text.trim())
          }}
        />
      )}
      {of(side).length > 0 && rows.length === 0 && <Text as="small">没有找到，换个词试试。</Text>}
      <Rows>
        {rows.map((row) => (
          <RowLine
            key={row.id}
            title={row.name}
            note={noteOf(row)}
            label={`${row.name}，${shopsWords(row.shops)}，${noteOf(row)}`}
            aside={<Text as="strong">{shopsWords(row.shops)}</Text>}
            onTap={() => {
              onOpen(row.id)
            }}
          />
        ))}
      </Rows>
    </>
  )
}

/** Who has how many shops, and the cells with shops that nobody has yet. */
export const CaseloadsScreen = (props: Props) => (
  <Screen>
    <Loaded query={useAllCaseloads()} cards={4}>
      {(all) => <List all={all} {...props} />}
    </Loaded>
  </Screen>
)
