import { Image, View } from '@tarojs/components'
import type { ReportRow } from '#domain/contract/report'
import { serverNow } from '../../platform/server-clock'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { classes } from '../../ui/classes'
import { DeadlineChip, dueWords } from '../../ui/deadline-chip'
import { decorative } from '../../ui/described'
import { Row } from '../../ui/row'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import { momentWords } from '../../ui/time-words'
import { deadlineOf, markOf, nextStepOfRow } from './next-step'
import sheet from './report-row.module.scss'

const cx = classes(sheet)

interface Props {
  readonly row: ReportRow
  readonly mine: boolean
  readonly onTap: () => void
}

/** One report in a list: how it stands, what it says, who is next. */
export const ReportRowCard = ({ row, mine, onTap }: Props) => {
  const now = serverNow()
  const mark = markOf(row.status, row.dueAt, now)
  const deadline = deadlineOf(row.status, row, now)
  const title = [row.category ?? '', row.words].filter((part) => part !== '').join(' · ') || '照片反映'
  const next = nextStepOfRow(row, mine, now)
  const label = [title, mark.word, ...(deadline ? [dueWords(deadline)] : [])].join('，')
  return (
    <Tappable label={label} role="link" onTap={onTap}>
      <Card>
        <Row apart wrap>
          <Chip {...mark} />
          <Text as="note">{momentWords(row.submittedAt, now)}</Text>
        </Row>
        <View className={cx('line')}>
          <View className={cx('words')}>
            <View className={cx('title')}>{title}</View>
            <Text as="small">{row.place}</Text>
            {next !== '' && <Text as="small">{next}</Text>}
          </View>
          {row.cover !== null && (
            <Image {...decorative} className={cx('cover')} src={row.cover} mode="aspectFill" lazyLoad />
          )}
        </View>
        {deadline && (
          <Row>
            <DeadlineChip {...deadline} />
          </Row>
        )}
      </Card>
    </Tappable>
  )
}
