import { View } from '@tarojs/components'
import type { ClaimMove } from '#domain/claim'
import type { ClaimRow } from '#domain/contract/claim'
import type { Id } from '#domain/kernel/id'
import { showPhotos } from '../../platform/media'
import { serverNow } from '../../platform/server-clock'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Field } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { PhotoGrid } from '../../ui/photo-grid'
import { Row } from '../../ui/row'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import { TextLink } from '../../ui/text-link'
import { momentWords } from '../../ui/time-words'
import { askedOf, asWords, markOf, moveWordOf, wayWords } from './words'
import { useClaimMove } from './use-claim-move'

const secondary: readonly ClaimMove[] = ['refuse', 'undo', 'contest', 'overturn']

/** The lines that say how a claim came and how it went: of the other side's words only what is meant for this reader. */
const linesOf = ({ status }: ClaimRow): string | null => {
  if (status.kind === 'contested') return `提出异议的一方说：${status.words}`
  if (status.kind === 'refused') return `原因：${status.reason}`
  if (status.kind === 'ended') return status.reason === '' ? '本人退出' : `原因：${status.reason}`
  return null
}

interface Props {
  readonly row: ClaimRow
  readonly mine: boolean
  /** a move that wants words first */
  readonly onAsk: (move: ClaimMove) => void
  readonly onShop: (id: Id<'shop'>) => void
}

export const ClaimCard = ({ row, mine, onAsk, onShop }: Props) => {
  const { busy, failure, run } = useClaimMove(row, () => undefined)
  const holds = row.status.kind === 'held' || row.status.kind === 'contested'
  const said = linesOf(row)
  const answers = row.moves.filter((move) => move !== 'leave')
  return (
    <Card>
      <Row apart wrap>
        <Chip {...markOf(row)} />
        <Text as="note">{momentWords(row.at, serverNow())}</Text>
      </Row>
      <View>
        <Text as="head">{row.shopName}</Text>
        <Text as="small">{row.address}</Text>
      </View>
      <Text as="small">
        {`${mine ? '您' : row.claimant} · ${asWords[row.as]} · ${mine && row.way === 'licence' ? '拍了证照' : wayWords[row.way]}`}
      </Text>
      {said !== null && (
        <Notice
          tone={row.status.kind === 'contested' ? 'warn' : 'info'}
          icon={row.status.kind === 'contested' ? 'warn' : 'list'}
          words={said}
        />
      )}
      {row.photos.length > 0 && (
        <PhotoGrid
          large
          urls={row.photos}
          onOpen={(url) => {
            showPhotos(row.photos, url)
          }}
        />
      )}
      {(!mine || holds) && (
        <Tappable
          label={`看${row.shopName}的店铺资料`}
          role="link"
          onTap={() => {
            onShop(row.shop)
          }}
        >
          <Field name="店铺资料" value="" onward />
        </Tappable>
      )}
      {failure !== null && <Notice words={failure} />}
      {answers.length > 0 && (
        <Row wrap>
          {answers.map((move) => (
            <Button
              key={move}
              word={moveWordOf(row, move)}
              small
              kind={secondary.includes(move) ? 'plain' : 'primary'}
              busy={busy}
              onTap={() => {
                if (askedOf(row, move)) onAsk(move)
                else run({ move, words: '' })
              }}
            />
          ))}
        </Row>
      )}
      {row.moves.includes('leave') && (
        <TextLink
          word={moveWordOf(row, 'leave')}
          quiet
          onTap={() => {
            onAsk('leave')
          }}
        />
      )}
    </Card>
  )
}
