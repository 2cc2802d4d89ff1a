import type { ReportView } from '#domain/contract/report'
import { showPhotos } from '../../platform/media'
import { serverNow } from '../../platform/server-clock'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { DeadlineChip } from '../../ui/deadline-chip'
import { Icon } from '../../ui/icon'
import { PhotoGrid } from '../../ui/photo-grid'
import { Row } from '../../ui/row'
import { Text } from '../../ui/text'
import { deadlineOf, markOf } from './next-step'
import { ratingWords } from './words'

const outcomeOf = ({ status }: ReportView): string | null => {
  if (status.kind === 'declined') return `原因：${status.reason}\n办法：${status.remedy}`
  if (status.kind !== 'closed') return null
  if (status.verdict === 'silent') return '到期未评价，已结束。未评价不算满意。'
  const rated = ratingWords.find(([level]) => level === status.rating)
  return rated === undefined ? '反映人确认解决了，没有评价。' : `反映人确认解决了，评价：${rated[1]}。`
}

export const ReportSummary = ({ view }: { readonly view: ReportView }) => {
  const outcome = outcomeOf(view)
  const now = serverNow()
  const deadline = deadlineOf(view.status.kind, view, now)
  return (
    <Card>
      <Row apart wrap>
        <Chip {...markOf(view.status.kind, view.dueAt, now)} />
        <Text as="note">{`编号 ${view.number}`}</Text>
      </Row>
      {deadline && (
        <Row>
          <DeadlineChip {...deadline} />
        </Row>
      )}
      <Text as="head">{view.words === '' ? (view.category ?? '照片反映') : view.words}</Text>
      {outcome !== null && <Text>{outcome}</Text>}
      {view.photos.length > 0 && (
        <PhotoGrid
          large
          urls={view.photos}
          onOpen={(url) => {
            showPhotos(view.photos, url)
          }}
        />
      )}
      <Row>
        <Icon name="pin" size="small" />
        <Text as="small">{view.category === null ? view.place : `${view.place} · ${view.category}`}</Text>
      </Row>
    </Card>
  )
}
