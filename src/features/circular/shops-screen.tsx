import { useState } from 'react'
import { circularParts, type CircularPart } from '#domain/circular'
import type { CircularShop, CircularView } from '#domain/contract/circular'
import type { Id } from '#domain/kernel/id'
import { serverNow } from '../../platform/server-clock'
import { notYours, readingOf, useEndless } from '../../platform/use-pages'
import { Card } from '../../ui/card'
import { Listed, NotHere } from '../../ui/listed'
import { RowLine, Rows } from '../../ui/rows'
import { Screen } from '../../ui/screen'
import { Segments } from '../../ui/segments'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import { momentWords } from '../../ui/time-words'
import { CheckAnswers } from './check-answers'
import { useCircular, useCircularShops, useFollowing } from './queries'
import { CircularActs } from './circular-acts'
import { knownWords, nothingWords, partNotes, partWords } from './words'

interface ListProps {
  readonly view: CircularView
  readonly part: CircularPart
  readonly rows: readonly CircularShop[]
  readonly onShop: (id: Id<'shop'>) => void
}

const noteOf = ({ known, address }: CircularShop): string =>
  known ? `${known.who === '' ? '店里' : known.who} ${momentWords(known.at, serverNow())} 确认` : address

const Shops = ({ view, part, rows, onShop }: ListProps) =>
  part === 'checked' ? (
    rows.map((row) => (
      <Card key={row.id} title={row.name}>
        {row.check && <CheckAnswers items={view.items} check={row.check} />}
      </Card>
    ))
  ) : (
    <Rows>
      {rows.map((row) => (
        <RowLine
          key={row.id}
          title={row.name}
          note={noteOf(row)}
          onTap={() => {
            onShop(row.id)
          }}
        />
      ))}
    </Rows>
  )

const Listing = ({ view, onShop }: { readonly view: CircularView; readonly onShop: ListProps['onShop'] }) => {
  const [part, setPart] = useState<CircularPart>('waiting')
  useFollowing(view.id)
  const query = useCircularShops(view.id, part)
  const list = useEndless(query)
  const counts = query.data?.pages[0]?.counts
  const parts = circularParts.filter(
    (one) => one !== 'checked' || (view.items.length > 0 && view.office?.seesChecks === true),
  )
  return (
    <>
      <Segments
        label="哪些店"
        options={parts.map(
          (one) => [one, counts ? `${partWords[one]} ${String(counts[one])}` : partWords[one]] as const,
        )}
        value={part}
        onChange={setPart}
      />
      <Text as="small">{partNotes[part]}</Text>
      <Listed
        list={list}
        moreWord="再看一些"
        empty={
          <Card>
            <Text>{nothingWords[part]}</Text>
          </Card>
        }
      >
        {(rows) => <Shops view={view} part={part} rows={rows} onShop={onShop} />}
      </Listed>
    </>
  )
}

interface Props {
  readonly id: Id<'circular'>
  readonly onShop: (id: Id<'shop'>) => void
  readonly onOpen: (id: Id<'circular'>) => void
}

/** Who has said they know and who has not; those who have not are reminded with one tap. For the office alone. */
export const CircularShopsScreen = ({ id, onShop, onOpen }: Props) => {
  const circular = useCircular(id)
  const { data: view } = circular
  if (!view?.office)
    return (
      <Screen>
        <NotHere {...(view ? notYours : readingOf(circular))} cards={3} />
      </Screen>
    )
  const { left } = view.office
  return (
    <Screen>
      <Tappable
        label={`看通知：${view.title}`}
        role="link"
        onTap={() => {
          onOpen(id)
        }}
      >
        <Card title={view.title}>
          <Text as="strong">{knownWords(view)}</Text>
          {left > 0 && <Text as="small">{`${String(left)} 家已转到别的店长，不再计算。`}</Text>}
        </Card>
      </Tappable>
      <CircularActs view={view} />
      <Listing view={view} onShop={onShop} />
    </Screen>
  )
}
