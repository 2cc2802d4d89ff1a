import { serverNow } from '../../platform/server-clock'
import { readingOf } from '../../platform/use-pages'
import { overdueWords, remainingWords } from '../../ui/time-words'
import { WaitingLine } from '../../ui/waiting-line'
import { useQuestions } from './queries'

const HOUR = 3_600_000

/** 「待回复 3 件」: how many wait, and the one that presses most. */
export const QuestionsWaiting = ({ onOpen }: { readonly onOpen: () => void }) => {
  const questions = useQuestions()
  const page = questions.data?.pages[0] ?? null
  const first = page?.rows[0]
  const now = serverNow()
  const late = first !== undefined && first.dueAt < now
  return (
    <WaitingLine
      title="待回复"
      page={page}
      {...readingOf(questions)}
      nothing="没有等您回复的问题"
      note={first ? `最久：${first.who}的问题` : ''}
      chip={
        first
          ? {
              tone: late ? 'bad' : first.dueAt - now < HOUR ? 'warn' : 'info',
              icon: late ? 'warn' : 'clock',
              word: late ? overdueWords(first.dueAt, now) : remainingWords(first.dueAt, now),
            }
          : null
      }
      onOpen={onOpen}
    />
  )
}
