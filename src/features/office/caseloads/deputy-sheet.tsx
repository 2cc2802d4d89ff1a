import type { CaseloadRow, CaseloadView } from '#domain/contract/caseload'
import type { Id } from '#domain/kernel/id'
import { call } from '../../../platform/cloud'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { Text } from '../../../ui/text'
import { useOfficeAct } from '../shared/use-office-act'
import { HeadPicker } from './head-picker'

interface Props {
  readonly view: CaseloadView
  readonly heads: readonly CaseloadRow[]
  readonly onClose: () => void
}

/** Another head who stands in; or nobody. */
export const DeputySheet = ({ view, heads, onClose }: Props) => {
  const { run, busy, failure } = useOfficeAct()
  const { id, version, holder } = view
  const depute = (deputy: Id<'rosterEntry'> | null) => {
    run({
      body: [version, deputy],
      send: () => call('caseload.depute', { id, version, deputy }),
      onDone: onClose,
    })
  }
  if (holder.kind === 'pool') return null
  const now = heads.find(
    (head) => head.holder.kind === 'head' && head.holder.head.entry === holder.deputy?.entry,
  )
  return (
    <Sheet title={`${view.name} 的副店长`} onClose={onClose} held={busy}>
      <Text as="small">店长不在班时由副店长顶上，能看到同一批店铺。</Text>
      {failure !== null && <Notice words={failure.words} />}
      {holder.deputy !== null && (
        <Button
          word="不再设副店长"
          kind="plain"
          busy={busy}
          onTap={() => {
            depute(null)
          }}
        />
      )}
      <HeadPicker
        heads={heads.filter((head) => head.id !== id)}
        chosen={now?.id ?? null}
        disabled={busy}
        onChoose={(head) => {
          if (head.holder.kind === 'head') depute(head.holder.head.entry)
        }}
      />
    </Sheet>
  )
}
