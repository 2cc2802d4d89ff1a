import { View } from '@tarojs/components'
import { Children, type ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'
import sheet from './rows.module.scss'
import { Tappable } from './tappable'
import { Text } from './text'

const cx = classes(sheet)

/** A list in one card, a hairline between its lines; in two columns where the screen is wide. */
export const Rows = ({
  children,
  wide = true,
}: {
  readonly children: ReactNode
  readonly wide?: boolean
}) => (
  <View className={cx('rows', wide && 'wide')}>
    {Children.map(children, (child) => child !== null && <View className={cx('item')}>{child}</View>)}
  </View>
)

interface RowProps {
  readonly title: string
  readonly note?: string
  /** at the end of the line: a count or a state */
  readonly aside?: ReactNode
  readonly children?: ReactNode
  readonly label?: string
  readonly onTap?: () => void
}

/** One line of `Rows`; with `onTap` it leads on. */
export const RowLine = ({ title, note, aside, children, label, onTap }: RowProps) => {
  const inside = (
    <View className={cx('line')}>
      <View className={cx('words')}>
        <Text as="strong">{title}</Text>
        {note !== undefined && note !== '' && <Text as="small">{note}</Text>}
        {children}
      </View>
      <View className={cx('aside')}>
        {aside}
        {onTap && <Icon name="right" size="small" />}
      </View>
    </View>
  )
  if (!onTap) return inside
  return (
    <Tappable label={label ?? title} role="link" onTap={onTap}>
      {inside}
    </Tappable>
  )
}
