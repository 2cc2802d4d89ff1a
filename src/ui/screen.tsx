import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useAppearance } from './appearance'
import { classes } from './classes'
import sheet from './screen.module.scss'

const cx = classes(sheet)

interface Props {
  readonly children: ReactNode
  /** stays at the bottom edge: the one next step of this page */
  readonly foot?: ReactNode
  /** a sheet lies over it: kept, since taking it away would send the page again, but out of reach */
  readonly covered?: boolean
}

/** The root of every page: carries the type table, the ground and the foot. */
export const Screen = ({ children, foot = null, covered = false }: Props) => {
  const { elder } = useAppearance()
  return (
    <View className={cx('screen', elder && 'elder', foot !== null && 'footed')}>
      <View className={cx('body')}>{children}</View>
      {foot !== null && <View className={cx('foot', covered && 'covered')}>{foot}</View>}
    </View>
  )
}
