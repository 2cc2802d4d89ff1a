import { Image, View } from '@tarojs/components'
import sheet from './avatar.module.scss'
import { classes } from './classes'
import { decorative } from './described'
import { Icon } from './icon'

const cx = classes(sheet)

interface Props {
  readonly url: string | null
  readonly name: string
  /** beside a line of words */
  readonly small?: boolean
}

/** A person's picture, else the first character of the name. */
export const Avatar = ({ url, name, small = false }: Props) => {
  const [first] = Array.from(name)
  return (
    <View className={cx('avatar', small && 'small')}>
      {url !== null ? (
        <Image {...decorative} className={cx('picture')} src={url} mode="aspectFill" />
      ) : first === undefined ? (
        <Icon name="person" size="large" />
      ) : (
        <View aria-hidden>{first}</View>
      )}
    </View>
  )
}
