import { useState } from 'react'
import { auditedActs, type AuditedAct } from '#domain/audit'
import type { AuditRow } from '#domain/contract/audit'
import type { Id } from '#domain/kernel/id'
import { call } from '../../../platform/cloud'
import { serverNow } from '../../../platform/server-clock'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { EmptyState } from '../../../ui/empty-state'
import { Field } from '../../../ui/field'
import { PickerField } from '../../../ui/picker-field'
import { Rows, RowLine } from '../../../ui/rows'
import { Screen } from '../../../ui/screen'
import { Sheet } from '../../../ui/sheet'
import { Text } from '../../../ui/text'
import { momentWords } from '../../../ui/time-words'
import { Paged, usePages } from '../shared/paged'
import { actWords, figuresOf, sentence, whoWords } from './sentences'

/** One of them, as the log is asked: each has its own index. */
type Filter =
  | { readonly kind: 'none' }
  | { readonly kind: 'what'; readonly what: AuditedAct }
  | { readonly kind: 'by'; readonly by: Id<'person'>; readonly name: string }
  | { readonly kind: 'about'; readonly about: Id<'person'>; readonly name: string }
  | { readonly kind: 'subject'; readonly subject: string; readonly name: string }

const everything: Filter = { kind: 'none' }

const filterWords = (filter: Filter): string | null => {
  switch (filter.kind) {
    case 'none':
    case 'what':
      return null
    case 'by':
      return `只看 ${filter.name} 做的`
    case 'about':
    case 'subject':
      return `只看 ${filter.name} 的记录`
  }
}

interface DetailProps {
  readonly row: AuditRow
  readonly onFilter: (filter: Filter) => void
  readonly onClose: () => void
}

const Detail = ({ row, onFilter, onClose }: DetailProps) => {
  const { by, person, subject, subjectName } = row
  const about = person?.name ?? ''
  const thing = subjectName === null || subjectName === '' ? '这一项' : subjectName
  return (
    <Sheet title={actWords[row.what]} onClose={onClose}>
      <Text>{sentence(row)}</Text>
      <Field name="谁" value={whoWords(row)} />
      <Field name="什么时候" value={momentWords(row.at, serverNow())} />
      {row.why !== '' && <Field name="原因" value={row.why} />}
      {figuresOf(row).map(([name, value]) => (
        <Field key={name} name={name} value={value} />
      ))}
      {by !== null && (
        <Button
          word={`只看 ${whoWords(row)} 做的`}
          kind="soft"
          small
          onTap={() => {
            onFilter({ kind: 'by', by: by.id, name: whoWords(row) })
          }}
        />
      )}
      {person !== null && about !== '' && about !== subjectName && (
        <Button
          word={`只看 ${about} 的记录`}
          kind="soft"
          small
          onTap={() => {
            onFilter({ kind: 'about', about: person.id, name: about })
          }}
        />
      )}
      <Button
        word={`只看 ${thing} 的记录`}
        kind="soft"
        small
        onTap={() => {
          onFilter({ kind: 'subject', subject, name: thing })
        }}
      />
    </Sheet>
  )
}

const everyWord = '全部'

/** The log, newest first: each line one sentence; by act, by person, or by the thing it happened to. */
export const AuditScreen = () => {
  const [filter, setFilter] = useState<Filter>(everything)
  const [opened, setOpened] = useState<AuditRow | null>(null)
  const what = filter.kind === 'what' ? filter.what : null
  const by = filter.kind === 'by' ? filter.by : null
  const about = filter.kind === 'about' ? filter.about : null
  const subject = filter.kind === 'subject' ? filter.subject : null
  const pages = usePages<AuditRow>({
    key: ['audit', what, by, about, subject],
    read: (cursor) => call('audit.list', { what, by, about, subject, cursor }),
  })
  const clear = () => {
    setFilter(everything)
  }
  const words = filterWords(filter)
  const now = serverNow()
  return (
    <Screen>
      <Card>
        {words === null ? (
          <PickerField
            name="看哪一类"
            options={[everyWord, ...auditedActs.map((act) => actWords[act])]}
            at={what === null ? 0 : auditedActs.indexOf(what) + 1}
            onChange={(at) => {
              const act = auditedActs[at - 1]
              setFilter(act === undefined ? everything : { kind: 'what', what: act })
            }}
          />
        ) : (
          <>
            <Text as="strong">{words}</Text>
            <Button word="看全部" kind="plain" small onTap={clear} />
          </>
        )}
      </Card>
      <Paged
        pages={pages}
        moreWord="再看更早的"
        empty={
          filter.kind === 'none' ? (
            <EmptyState
              words="还没有记录。岗位、店铺、导入有改动时，会记在这里。"
              actionWord="再看一次"
              onAction={() => {
                void pages.refetch()
              }}
            />
          ) : (
            <EmptyState words="这一类还没有记录。" actionWord="看全部" onAction={clear} />
          )
        }
      >
        {(rows) => (
          <Rows>
            {rows.map((row) => (
              <RowLine
                key={row.id}
                title={sentence(row)}
                note={momentWords(row.at, now)}
                onTap={() => {
                  setOpened(row)
                }}
              >
                {row.why !== '' && <Text as="small">{`原因：${row.why}`}</Text>}
              </RowLine>
            ))}
          </Rows>
        )}
      </Paged>
      {opened !== null && (
        <Detail
          row={opened}
          onFilter={(next) => {
            setOpened(null)
            setFilter(next)
          }}
          onClose={() => {
            setOpened(null)
          }}
        />
      )}
    </Screen>
  )
}
