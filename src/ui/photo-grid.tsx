import { Image, View } from '@tarojs/components'
import { classes } from './classes'
import { decorative } from './described'
import { Icon } from './icon'
import sheet from './photo-grid.module.scss'
import { Tappable } from './tappable'

const cx = classes(sheet)

interface Props {
  readonly urls: readonly string[]
  readonly onOpen: (url: string) => void
  /** one or two photos that are read, not gathered, may be large */
  readonly large?: boolean
  readonly onRemove?: (index: number) => void
  readonly onAdd?: () => void
  readonly addWord?: string
}

export const PhotoGrid = ({ urls, onOpen, large = false, onRemove, onAdd, addWord = '' }: Props) => (
  <View className={cx('grid')}>
    {urls.map((url, index) => (
      <View key={url} className={cx('cell', large && urls.length <= 2 && 'large')}>
        <Tappable
          label={`查看第 ${String(index + 1)} 张照片`}
          className={cx('photo')}
          onTap={() => {
            onOpen(url)
          }}
        >
          <Image {...decorative} className={cx('picture')} src={url} mode="aspectFill" />
        </Tappable>
        {onRemove && (
          <Tappable
            label={`删除第 ${String(index + 1)} 张照片`}
            className={cx('remove')}
            onTap={() => {
              onRemove(index)
            }}
          >
            <View className={cx('cross')}>
              <Icon name="close" size="small" />
            </View>
          </Tappable>
        )}
      </View>
    ))}
    {onAdd && (
      <Tappable label={addWord} className={cx('add')} onTap={onAdd}>
        <Icon name="camera" size="large" />
        <View>{addWord}</View>
      </Tappable>
    )}
  </View>
)
