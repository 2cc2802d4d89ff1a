import { useQueryClient } from '@tanstack/react-query'
import { lacks, type Aim, type Lack } from '#domain/circular'
import type { CircularTarget } from '#domain/contract/circular'
import type { Id } from '#domain/kernel/id'
import { asId } from '#domain/kernel/id'
import { call } from '../../platform/cloud'
import { randomKey } from '../../platform/random-key'
import { useAct } from '../../platform/use-act'
import { useDraft } from '../../platform/use-draft'

const empty = {
  ...{ title: '', words: '', items: '', trades: '', streets: '', without: '' },
  /** the head's own one; those that command chose, none: all of the district */
  ...{ group: '', groups: '' },
  key: '',
}
type Field = Exclude<keyof typeof empty, 'key'>

const listOf = (text: string): readonly string[] => (text === '' ? [] : text.split(','))
const isLack = (text: string): text is Lack => (lacks as readonly string[]).includes(text)

/** What is being written, kept on this phone until it is sent; one key for one text, however often it is tried. */
export const useCompose = (
  targetOf: (group: string, groups: readonly Id<'caseload'>[]) => CircularTarget | null,
  onSent: (id: Id<'circular'> | null, shops: number) => void,
) => {
  const client = useQueryClient()
  const { draft, edit, drop } = useDraft('circular', empty)
  const groups = listOf(draft.groups).map((id) => asId<'caseload'>(id))
  const to = targetOf(draft.group, groups)
  const items = draft.items.split('\n')
  const aim: Aim = {
    trades: listOf(draft.trades).map((id) => asId<'trade'>(id)),
    streets: listOf(draft.streets).map((id) => asId<'street'>(id)),
    without: listOf(draft.without).filter(isLack),
  }
  const sendUnder = (key: string, target: CircularTarget) => {
    edit({ key })
    const { title, words } = draft
    return call('circular.send', { title, words, items, aim, key, to: target })
  }
  const { run, busy, failure, forgetFailure } = useAct(
    async (target: CircularTarget) => {
      const first = await sendUnder(draft.key === '' ? randomKey() : draft.key, target)
      return first.kind === 'refused' && first.code === 'key-reused' ? sendUnder(randomKey(), target) : first
    },
    async ({ ids, shops }) => {
      drop()
      onSent(ids[0] ?? null, shops)
      await client.invalidateQueries({ queryKey: ['circulars'] })
    },
  )
  return {
    ...{ draft, items, aim, groups, to, busy, failure },
    write: (part: Partial<Readonly<Record<Field, string>>>) => {
      forgetFailure()
      edit({ ...part, key: '' })
    },
    send: () => {
      if (to) run(to)
    },
  }
}
