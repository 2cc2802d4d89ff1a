import { View } from '@tarojs/components'
import { Button } from './button'
import { classes } from './classes'
import { described } from './described'
import sheet from './empty-state.module.scss'
import { Icon, type IconName } from './icon'

const cx = classes(sheet)

interface Props {
  readonly words: string
  readonly icon?: IconName
  readonly actionWord: string
  readonly onAction: () => void
}

/** Nothing here yet, and what to do next. */
export const EmptyState = ({ words, icon = 'list', actionWord, onAction }: Props) => (
  <View className={cx('empty')}>
    <View className={cx('mark')}>
      <Icon name={icon} size="large" />
    </View>
    <View className={cx('words')}>{words}</View>
    <View className={cx('action')}>
      <Button word={actionWord} kind="soft" onTap={onAction} />
    </View>
  </View>
)

interface ErrorProps {
  readonly words: string
  /** what can be done about it */
  readonly retryWord?: string
  readonly onRetry: () => void
}

export const ErrorState = ({ words, retryWord = '重试', onRetry }: ErrorProps) => (
  <View {...described({ role: 'alert' })}>
    <EmptyState icon="warn" words={words} actionWord={retryWord} onAction={onRetry} />
  </View>
)
