import { View } from '@tarojs/components'
import type { CircularView } from '#domain/contract/circular'
import type { Id } from '#domain/kernel/id'
import { failureWords, isRefused } from '../../platform/outcome'
import { Button } from '../../ui/button'
import { Chip } from '../../ui/chip'
import { classes } from '../../ui/classes'
import { Notice } from '../../ui/notice'
import { Row } from '../../ui/row'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import sheet from './circular.module.scss'
import { useAcknowledge, useCircular } from './queries'
import { acknowledgeRefusals, knownWords, offlineAnswer } from './words'

const cx = classes(sheet)

/** characters of a card */
const shortened = (words: string, most = 80): string => {
  const letters = Array.from(words)
  return letters.length > most ? `${letters.slice(0, most).join('')}……` : words
}

interface WaysOn {
  readonly onOpen: (id: Id<'circular'>) => void
  readonly onShops: (id: Id<'circular'>) => void
}

const Buttons = ({ view, onOpen, onShops }: { readonly view: CircularView } & WaysOn) => {
  const { run, busy, failure } = useAcknowledge(view.id)
  const open = () => {
    onOpen(view.id)
  }
  const waiting = view.asked.filter(({ known }) => !known)
  const [only] = waiting
  const checks = view.asked.length > 0 && view.items.length > 0 && view.status === 'open'
  return (
    <>
      {failure && <Notice words={failureWords(failure, acknowledgeRefusals, offlineAnswer)} />}
      <View className={cx('buttons')}>
        {only && (
          <Button
            word="我知道了"
            small
            busy={busy}
            onTap={() => {
              // Whoever has several shops says for which.
              if (waiting.length === 1) run(only.id)
              else open()
            }}
          />
        )}
        {checks && (
          <Button
            word={view.asked.some(({ check }) => check) ? '看自查' : '去自查'}
            kind="soft"
            small
            onTap={open}
          />
        )}
        {view.office && (
          <Button
            word="看谁确认了"
            kind="soft"
            small
            onTap={() => {
              onShops(view.id)
            }}
          />
        )}
      </View>
    </>
  )
}

const Mark = ({ view }: { readonly view: CircularView | undefined }) => {
  const done = view !== undefined && view.asked.length > 0 && view.asked.every(({ known }) => known)
  if (done) return <Chip tone="good" icon="check" word="已知晓" />
  return view?.status === 'closed' ? (
    <Chip tone="mute" icon="check" word="已结束" />
  ) : (
    <Chip tone="warn" icon="warn" word="须确认" />
  )
}

interface Props extends WaysOn {
  readonly id: Id<'circular'>
  readonly title: string
}

/** A circular in its group: what it says, how many know, and what its reader does with it. */
export const CircularCard = ({ id, title, onOpen, onShops }: Props) => {
  const { data: view, error } = useCircular(id)
  return (
    <View className={cx('card')}>
      <Tappable
        label={`通知：${title}${view ? `，${knownWords(view)}` : ''}`}
        role="link"
        className={cx('words')}
        onTap={() => {
          onOpen(id)
        }}
      >
        <Row apart wrap>
          <Mark view={view} />
          {view && <Text as="note">{knownWords(view)}</Text>}
        </Row>
        <Text as="head">{title}</Text>
        {view && <Text as="small">{shortened(view.words)}</Text>}
        {isRefused(error) && <Text as="small">已撤回，或不归您看。</Text>}
      </Tappable>
      {view && <Buttons view={view} onOpen={onOpen} onShops={onShops} />}
    </View>
  )
}
