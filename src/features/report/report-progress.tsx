import { View } from '@tarojs/components'
import type { ReportView, TimelineLine } from '#domain/contract/report'
import { showPhotos } from '../../platform/media'
import { serverNow } from '../../platform/server-clock'
import { Card } from '../../ui/card'
import { PhotoGrid } from '../../ui/photo-grid'
import { Text } from '../../ui/text'
import { momentWords } from '../../ui/time-words'
import { Timeline, TimelineStep } from '../../ui/timeline'
import { nextStepOf } from './next-step'
import { eventWords } from './words'

const titleOf = ({ what, who, department }: TimelineLine, mine: boolean): string => {
  if (what === 'fix' && mine) return `${who} 已处理，请您看结果`
  if (what === 'close') return eventWords.close
  const did = what === 'triage' && department !== null ? `派给${department}` : eventWords[what]
  return who === '您' ? `您${did}` : `${who} ${did}`
}

/** A report that went to its department at once was sorted by the routing table. */
const noteOf = ({ what, department }: TimelineLine, moment: string): string =>
  what === 'submit' && department !== null ? `${moment} · 按类型和地点派给 ${department}` : moment

export const ReportProgress = ({ view }: { readonly view: ReportView }) => {
  const now = serverNow()
  const next = nextStepOf(view, now)
  return (
    <Card title="进展">
      <Timeline>
        {next && <TimelineStep current title={`下一步：${next.who}`} note={next.by} />}
        {view.timeline.map((line) => (
          <TimelineStep
            key={`${String(line.at)} ${line.what}`}
            title={titleOf(line, view.mine)}
            note={noteOf(line, momentWords(line.at, now))}
          >
            {line.words !== '' && <Text>{line.words}</Text>}
            {line.photos.length > 0 && (
              <View>
                <PhotoGrid
                  urls={line.photos}
                  onOpen={(url) => {
                    showPhotos(line.photos, url)
                  }}
                />
              </View>
            )}
          </TimelineStep>
        ))}
      </Timeline>
    </Card>
  )
}
