import { useState } from 'react'
import type { CaseloadRow } from '#domain/contract/caseload'
import type { Id } from '#domain/kernel/id'
import { useAllCaseloads } from '../../platform/use-caseloads'
import { readingOf } from '../../platform/use-pages'
import { NotHere } from '../../ui/listed'
import { Sheet } from '../../ui/sheet'
import { PickLine, PickSheet, type Option } from './pick-many'

const title = '发到哪些店长群'

const optionsOf = (rows: readonly CaseloadRow[]): readonly Option[] =>
  rows.flatMap(({ id, holder, name, agencyName, shops }) =>
    holder.kind === 'head' && shops > 0
      ? [{ id, name, note: [agencyName, `${String(shops)} 家`].filter((part) => part !== null).join(' · ') }]
      : [],
  )

interface Props {
  readonly asked: boolean
  readonly chosen: readonly Id<'caseload'>[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** For command: every head's group of the district, or some of them; the list is read once it is wanted. */
export const useGroupsField = ({ asked, chosen, onChange }: Props) => {
  const [open, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
  }
  const query = useAllCaseloads(asked && (open || chosen.length > 0))
  const options = optionsOf(query.data ?? [])
  const what = { title, options, chosen, all: '全区所有群', unit: '个群' }
  const sheet =
    query.data === undefined ? (
      <Sheet title={title} onClose={close}>
        <NotHere {...readingOf(query)} cards={2} />
      </Sheet>
    ) : (
      <PickSheet
        {...what}
        searched="按店长姓名或机构找"
        nothingFound="没有找到这位店长，换个词试试。"
        onChange={(ids) => {
          // A head who has gone since is not kept.
          onChange(ids.filter((id) => options.some((option) => option.id === id)))
        }}
        onClose={close}
      />
    )
  return {
    line: asked ? (
      <PickLine
        {...what}
        onTap={() => {
          setOpen(true)
        }}
      />
    ) : null,
    sheet: open ? sheet : null,
  }
}
