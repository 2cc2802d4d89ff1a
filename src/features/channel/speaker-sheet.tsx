import { useState } from 'react'
import { isOffice } from '#domain/channel'
import type { Author, ChannelHead } from '#domain/contract/channel'
import type { Id } from '#domain/kernel/id'
import { readingOf } from '../../platform/use-pages'
import { Choice } from '../../ui/choice'
import { InputLine } from '../../ui/input-line'
import { NotHere } from '../../ui/listed'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { useEveryMember, type useChannelHead } from './queries'
import type { Speaker } from './sought'
import { nameWords, standingWords } from './words'

interface Props {
  readonly channel: Id<'channel'>
  readonly head: ReturnType<typeof useChannelHead>
  readonly me: Id<'person'> | null
  readonly chosen: Speaker | null
  readonly onChoose: (by: Speaker | null) => void
  readonly onClose: () => void
}
type Choosing = Pick<Props, 'chosen' | 'onChoose'>

const One = ({
  speaker,
  word = speaker.name,
  note = '',
  chosen,
  onChoose,
}: Choosing & { readonly speaker: Speaker; readonly word?: string; readonly note?: string }) => (
  <Choice
    word={word}
    {...(note !== '' && { note })}
    on={speaker.id === chosen?.id}
    onTap={() => {
      onChoose(speaker)
    }}
  />
)

const noteOf = ({ standing, shopName }: Author): string => {
  if (standing === 'owner') return shopName ?? ''
  return standing === null ? '' : standingWords[standing]
}

/** The office has the list of everybody in the channel. */
const Members = ({ channel, me, ...choosing }: Choosing & Pick<Props, 'channel' | 'me'>) => {
  const [words, setWords] = useState('')
  const query = useEveryMember(channel)
  // As high as the list will be: a sheet that grows moves what a finger is about to tap.
  if (query.data === undefined) return <NotHere {...readingOf(query)} cards={8} />
  const found = query.data
    .flatMap((author) =>
      author.id === null || author.id === me
        ? []
        : [{ id: author.id, name: nameWords(author), note: noteOf(author) }],
    )
    .filter(({ name, note }) => `${name}${note}`.includes(words.trim()))
  return (
    <>
      <InputLine label="按姓名或店名找" hint="按姓名或店名找" value={words} most={20} onChange={setWords} />
      {found.length === 0 && <Text as="small">没有找到这个人，换个词试试。</Text>}
      {found.map(({ id, name, note }) => (
        <One key={id} speaker={{ id, name }} note={note} {...choosing} />
      ))}
    </>
  )
}

/** An owner asks for the head's words or the own ones; of the others a reader has no list. */
const Heads = ({ head, ...choosing }: Choosing & { readonly head: ChannelHead }) =>
  head.heads.map((one) => <One key={one.id} speaker={one} note={standingWords[one.standing]} {...choosing} />)

/** Whose words are looked for. */
export const SpeakerSheet = ({ channel, head: query, me, chosen, onChoose, onClose }: Props) => {
  const choosing = { chosen, onChoose }
  return (
    <Sheet title="谁说的" onClose={onClose}>
      <Choice
        word="不限"
        on={chosen === null}
        onTap={() => {
          onChoose(null)
        }}
      />
      {me !== null && <One speaker={{ id: me, name: '我' }} word="我自己" {...choosing} />}
      {query.data === undefined ? (
        <NotHere {...readingOf(query)} cards={1} />
      ) : isOffice(query.data.standing) ? (
        <Members channel={channel} me={me} {...choosing} />
      ) : (
        <Heads head={query.data} {...choosing} />
      )}
    </Sheet>
  )
}
