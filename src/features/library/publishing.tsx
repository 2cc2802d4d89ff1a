import { useState } from 'react'
import type { DraftView } from '#domain/contract/article'
import { call } from '../../platform/cloud'
import { failureWords, unreachedWords } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { Button } from '../../ui/button'
import { Choice } from '../../ui/choice'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { useLibraryChanged } from './queries'
import { Confirm } from '../../ui/confirm'
import { publishRefusals, withdrawRefusals } from './words'

interface Props {
  readonly draft: DraftView
  /** what is not saved yet would not be published */
  readonly dirty: boolean
}

const PublishSheet = ({ draft, onClose }: { readonly draft: DraftView; readonly onClose: () => void }) => {
  const [everywhere, setEverywhere] = useState(false)
  const changed = useLibraryChanged()
  const { id, version, scope } = draft
  const { busy, failure, run } = useAct(
    (sure: boolean) => call('article.publish', { id, version, everywhere, sure }),
    async () => {
      await changed()
      onClose()
    },
  )
  const undecided = failure?.kind === 'refused' && failure.code === 'content-undecided'
  return (
    <Sheet title="发布这一篇？" held={busy} onClose={onClose}>
      <Text>发布后业户和店长都看得到；之前发过的卡片还是原来那一版，会写「有更新的版本」。</Text>
      {scope === 'caseload' && (
        <>
          <Choice
            word="只给这位店长的店铺"
            on={!everywhere}
            disabled={busy}
            onTap={() => {
              setEverywhere(false)
            }}
          />
          <Choice
            word="给全区"
            on={everywhere}
            disabled={busy}
            onTap={() => {
              setEverywhere(true)
            }}
          />
        </>
      )}
      {failure && <Notice words={failureWords(failure, publishRefusals, unreachedWords)} />}
      <Button
        word={undecided ? '读过了，没有问题，发布' : '发布'}
        busy={busy}
        busyWord="正在审核并发布"
        onTap={() => {
          run(undecided)
        }}
      />
      <Button word="先不" kind="plain" onTap={onClose} />
    </Sheet>
  )
}

/** What is done with a saved article: to everybody, or taken back. */
export const Publishing = ({ draft, dirty }: Props) => {
  const [asked, setAsked] = useState<'publish' | 'withdraw' | null>(null)
  const changed = useLibraryChanged()
  const { id, version, status, ahead } = draft
  const close = () => {
    setAsked(null)
  }
  const withdrawing = useAct(
    () => call('article.withdraw', { id, version }),
    async () => {
      await changed()
      close()
    },
  )
  const open = status.kind === 'published'
  const news = !open || ahead || draft.scope === 'caseload'
  return (
    <>
      {news && (
        <Button
          word={open && ahead ? '发布修改' : '发布'}
          kind="soft"
          blocked={dirty ? '先保存修改，再发布' : null}
          onTap={() => {
            setAsked('publish')
          }}
        />
      )}
      {open && (
        <Button
          word="撤下"
          kind="plain"
          onTap={() => {
            setAsked('withdraw')
          }}
        />
      )}
      {asked === 'publish' && <PublishSheet draft={draft} onClose={close} />}
      {asked === 'withdraw' && (
        <Confirm
          title="撤下这一篇？"
          words="撤下后大家都看不到内容，发过的卡片会写「已撤下」；以后可以改好再发布。"
          actWord="撤下"
          busy={withdrawing.busy}
          failure={withdrawing.failure && failureWords(withdrawing.failure, withdrawRefusals, unreachedWords)}
          onAct={withdrawing.run}
          onClose={close}
        />
      )}
    </>
  )
}
