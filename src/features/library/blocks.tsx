import { Image, View } from '@tarojs/components'
import type { ShownBlock } from '#domain/contract/article'
import { unreachable } from '#domain/kernel/unreachable'
import { showPhotos } from '../../platform/media'
import { classes } from '../../ui/classes'
import { decorative } from '../../ui/described'
import { Tappable } from '../../ui/tappable'
import { Text } from '../../ui/text'
import sheet from './library.module.scss'

const cx = classes(sheet)

const Block = ({ block, urls }: { readonly block: ShownBlock; readonly urls: readonly string[] }) => {
  switch (block.kind) {
    case 'heading':
      return (
        <View className={cx('heading')}>
          <Text as="head">{block.words}</Text>
        </View>
      )
    case 'words':
      return <View className={cx('words')}>{block.words}</View>
    case 'steps':
      return (
        <View>
          {block.steps.map((step, at) => (
            <View key={at} className={cx('step')}>
              <View className={cx('number')}>{String(at + 1)}</View>
              <View className={cx('stepWords')}>{step}</View>
            </View>
          ))}
        </View>
      )
    case 'picture':
      return (
        <View>
          <Tappable
            label={`看大图：${block.words}`}
            onTap={() => {
              showPhotos(urls, block.url)
            }}
          >
            <Image
              {...decorative}
              className={cx('picture')}
              src={block.url}
              mode="widthFix"
              lazyLoad
              style={{ aspectRatio: `${String(block.width)} / ${String(block.height)}` }}
            />
          </Tappable>
          <Text as="small">{block.words}</Text>
        </View>
      )
    default:
      return unreachable(block)
  }
}

/** What is written, as words: a tag in it is letters like any other. */
export const Blocks = ({ blocks }: { readonly blocks: readonly ShownBlock[] }) => {
  const urls = blocks.flatMap((block) => (block.kind === 'picture' ? [block.url] : []))
  return (
    <>
      {blocks.map((block, at) => (
        <Block key={at} block={block} urls={urls} />
      ))}
    </>
  )
}

/** Line by line, as it is read aloud. */
export const linesOf = (title: string, blocks: readonly ShownBlock[]): readonly string[] => [
  title,
  ...blocks.flatMap((block) =>
    block.kind === 'steps'
      ? block.steps.map((step, at) => `第 ${String(at + 1)} 步，${step}`)
      : block.kind === 'picture'
        ? [`图：${block.words}`]
        : [block.words],
  ),
]
