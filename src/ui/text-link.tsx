import { View } from '@tarojs/components'
import { classes } from './classes'
import { Tappable } from './tappable'
import sheet from './text-link.module.scss'

const cx = classes(sheet)

interface Props {
  readonly word: string
  readonly onTap: () => void
  /** `quiet`: there for whoever looks for it */
  readonly quiet?: boolean
}

/** Words that lead on, with room for a fingertip. */
export const TextLink = ({ word, onTap, quiet = false }: Props) => (
  <Tappable label={word} role="link" className={cx('link', quiet && 'quiet')} onTap={onTap}>
    <View>{word}</View>
  </Tappable>
)
