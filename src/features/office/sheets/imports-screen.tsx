import { useState } from 'react'
import type { ImportView } from '#domain/contract/sheet'
import type { Id } from '#domain/kernel/id'
import { serverNow } from '../../../platform/server-clock'
import { Button } from '../../../ui/button'
import { Chip } from '../../../ui/chip'
import { EmptyState } from '../../../ui/empty-state'
import { Rows, RowLine } from '../../../ui/rows'
import { Screen } from '../../../ui/screen'
import { Segments } from '../../../ui/segments'
import { momentWords } from '../../../ui/time-words'
import { Paged } from '../shared/paged'
import { ExportCard } from './export-card'
import { NewImportSheet } from './new-import-sheet'
import { useImports } from './queries'
import { kindWords, rowsWords, statusMark } from './words'

const sides = [
  ['in', '导入'],
  ['out', '导出'],
] as const
type Side = (typeof sides)[number][0]

const summary = ({ rows, broken, by, at }: ImportView): string =>
  [
    rows > 0 ? rowsWords(rows) : '',
    broken > 0 ? `${rowsWords(broken)}有问题` : '',
    by,
    momentWords(at, serverNow()),
  ]
    .filter((part) => part !== '')
    .join(' · ')

/** Tables in and out: what was loaded and how it stands; what can be taken out. */
export const ImportsScreen = ({ onOpen }: { readonly onOpen: (id: Id<'import'>) => void }) => {
  const [side, setSide] = useState<Side>('in')
  const [adding, setAdding] = useState(false)
  const pages = useImports()
  const add = () => {
    setAdding(true)
  }
  return (
    <Screen
      covered={adding}
      {...(side === 'in' ? { foot: <Button word="导入表格" icon="plus" onTap={add} /> } : {})}
    >
      <Segments label="导入还是导出" options={sides} value={side} onChange={setSide} />
      {side === 'out' ? (
        <ExportCard />
      ) : (
        <Paged
          pages={pages}
          moreWord="再看更早的"
          empty={
            <EmptyState
              words="还没有导入过表格。先下载模板，填好再导入。"
              actionWord="导入表格"
              onAction={add}
            />
          }
        >
          {(rows) => (
            <Rows>
              {rows.map((row) => (
                <RowLine
                  key={row.id}
                  title={kindWords[row.kind]}
                  note={summary(row)}
                  label={`${kindWords[row.kind]}，${statusMark(row.status).word}`}
                  aside={<Chip {...statusMark(row.status)} />}
                  onTap={() => {
                    onOpen(row.id)
                  }}
                />
              ))}
            </Rows>
          )}
        </Paged>
      )}
      {adding && (
        <NewImportSheet
          onClose={() => {
            setAdding(false)
          }}
          onStarted={(id) => {
            setAdding(false)
            onOpen(id)
          }}
        />
      )}
    </Screen>
  )
}
