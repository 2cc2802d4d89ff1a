import { Image, View } from '@tarojs/components'
import { articleLimits } from '#domain/article'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { classes } from '../../ui/classes'
import { decorative } from '../../ui/described'
import { WordsField } from '../../ui/words-field'
import type { EditedBlock } from './editing'
import sheet from './library.module.scss'

const cx = classes(sheet)

const names = { heading: '小标题', words: '文字', steps: '步骤', picture: '图片' } as const
const hints = {
  heading: '这一段讲什么',
  words: '写一段话',
  steps: '一行一步',
  picture: '图上是什么（看不见图的人会听到）',
} as const
const mosts = {
  heading: articleLimits.heading,
  words: articleLimits.words,
  steps: articleLimits.steps * articleLimits.step,
  picture: articleLimits.caption,
} as const

interface Props {
  readonly block: EditedBlock
  /** counted from 1, for whoever hears it */
  readonly place: number
  readonly first: boolean
  readonly last: boolean
  readonly disabled: boolean
  readonly onChange: (block: EditedBlock) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}

export const BlockEditor = ({ block, place, first, last, disabled, onChange, onMove, onRemove }: Props) => {
  const name = `第 ${String(place)} 段 · ${names[block.kind]}`
  return (
    <Card title={name}>
      {block.kind === 'picture' && (
        <Image {...decorative} className={cx('picture')} src={block.from.src} mode="widthFix" />
      )}
      <WordsField
        boxed
        tall={block.kind === 'steps'}
        label={name}
        hint={hints[block.kind]}
        value={block.words}
        most={mosts[block.kind]}
        disabled={disabled}
        onChange={(words) => {
          onChange({ ...block, words })
        }}
      />
      {!disabled && (
        <View className={cx('tools')}>
          {!first && (
            <Button
              word="上移"
              kind="soft"
              small
              onTap={() => {
                onMove(-1)
              }}
            />
          )}
          {!last && (
            <Button
              word="下移"
              kind="soft"
              small
              onTap={() => {
                onMove(1)
              }}
            />
          )}
          <Button word="删掉" kind="plain" small onTap={onRemove} />
        </View>
      )}
    </Card>
  )
}
