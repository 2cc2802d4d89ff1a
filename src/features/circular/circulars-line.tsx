import { RowLine } from '../../ui/rows'
import { useSent, type SentScope } from './queries'
import { knownWords } from './words'

interface Props {
  readonly scope: SentScope
  readonly onOpen: () => void
}

/** The way to write to the groups, and how the last one stands. */
export const CircularsLine = ({ scope, onOpen }: Props) => {
  const [last] = useSent(scope).data?.pages[0]?.rows ?? []
  const note = last ? `上一条 ${knownWords(last)}` : '须确认，看得到谁没确认'
  return <RowLine title="发通知" note={note} label={`发通知，${note}`} onTap={onOpen} />
}
