import { View } from '@tarojs/components'
import type { CaseloadRow } from '#domain/contract/caseload'
import { Choice } from '../../../ui/choice'
import { classes } from '../../../ui/classes'
import { described } from '../../../ui/described'
import { Sheet } from '../../../ui/sheet'
import { Text } from '../../../ui/text'
import { shopsWords } from '../shared/numbers'
import { HeadPicker } from './head-picker'
import sheet from './pick-card.module.scss'
import type { Pool } from './picking'

const cx = classes(sheet)

interface Props {
  readonly heads: readonly CaseloadRow[]
  readonly pools: readonly Pool[]
  readonly chosen: string | null
  readonly onChoose: (caseload: CaseloadRow['id']) => void
  readonly onClose: () => void
}

/** Another head; or, where none is found yet, back to the cells the shops lie in. */
export const ReceiverSheet = ({ heads, pools, chosen, onChoose, onClose }: Props) => (
  <Sheet title="交给谁" onClose={onClose}>
    <HeadPicker
      heads={heads}
      chosen={chosen}
      onChoose={({ id }) => {
        onChoose(id)
      }}
    />
    {pools.length > 0 && (
      <View>
        <Text as="head">先放回网格</Text>
        <Text as="small">还没定由谁接手时，店铺放回所在网格，等有了店长再交接。</Text>
      </View>
    )}
    {pools.length > 0 && (
      <View {...described({ role: 'radiogroup', label: '先放回网格' })} className={cx('choices')}>
        {pools.map(({ id, name, count }) => (
          <Choice
            key={id}
            word={`放回 ${name}`}
            note={shopsWords(count)}
            on={id === chosen}
            onTap={() => {
              onChoose(id)
            }}
          />
        ))}
      </View>
    )}
  </Sheet>
)
