import { View } from '@tarojs/components'
import { pillars, type Pillar, type PillarState } from '#domain/shop'
import { Chip } from '../../ui/chip'
import { classes } from '../../ui/classes'
import { Text } from '../../ui/text'
import sheet from './pillars.module.scss'
import { pillarMarks, pillarWords } from './words'

const cx = classes(sheet)

/** The four pillars of the health card, each with its state in a word. */
export const Pillars = ({ health }: { readonly health: Readonly<Record<Pillar, PillarState>> }) => (
  <View className={cx('grid')}>
    {pillars.map((pillar) => (
      <View key={pillar} className={cx('pillar')}>
        <Text as="strong">{pillarWords[pillar]}</Text>
        <Chip {...pillarMarks[health[pillar]]} />
      </View>
    ))}
  </View>
)
