import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useAppearance } from './appearance'
import { classes } from './classes'
import { described } from './described'
import { Icon, type IconName } from './icon'
import sheet from './tab-bar.module.scss'
import { Tappable } from './tappable'

const cx = classes(sheet)
const MOST = 99

export interface Tab<Name extends string> {
  readonly name: Name
  readonly word: string
  readonly icon: IconName
  /** what waits behind it; 0 shows nothing */
  readonly waiting: number
}

interface Props<Name extends string> {
  readonly tabs: readonly Tab<Name>[]
  readonly current: Name
  readonly onTap: (name: Name) => void
  readonly top?: ReactNode
  readonly children: ReactNode
}

const labelOf = ({ word, waiting }: Tab<string>): string =>
  waiting > 0 ? `${word}，${String(waiting)} 条未读` : word

/** A tab page with its bar. Ours, not the platform's: its labels grow with the words, and follow the person's role. */
export const Tabbed = <Name extends string>({ tabs, current, onTap, top = false, children }: Props<Name>) => {
  const { elder } = useAppearance()
  return (
    <View className={cx('tabbed', elder && 'elder')}>
      {top !== false && <View className={cx('top')}>{top}</View>}
      {children}
      <View className={cx('bar')} {...described({ role: 'tablist', label: '主要页面' })}>
        {tabs.map((tab) => (
          <Tappable
            key={tab.name}
            label={labelOf(tab)}
            role="tab"
            selected={tab.name === current}
            className={cx('tab', tab.name === current && 'on')}
            onTap={() => {
              if (tab.name !== current) onTap(tab.name)
            }}
          >
            <View className={cx('sign')}>
              <Icon name={tab.icon} size="large" />
              {tab.waiting > 0 && (
                <View className={cx('badge')}>{tab.waiting > MOST ? '99+' : String(tab.waiting)}</View>
              )}
            </View>
            <View className={cx('word')}>{tab.word}</View>
          </Tappable>
        ))}
      </View>
    </View>
  )
}
