import { View } from '@tarojs/components'
import type { ImportView } from '#domain/contract/sheet'
import { Card } from '../../../ui/card'
import { classes } from '../../../ui/classes'
import { Text } from '../../../ui/text'
import { Paged } from '../shared/paged'
import { ExportButton } from './export-button'
import sheet from './import.module.scss'
import { useProblems } from './queries'
import { faultWords, kindWords, rowsWords } from './words'

const cx = classes(sheet)

/** Every broken cell: where it is, what is wrong and what would be right, what was found. */
export const ProblemsCard = ({ view }: { readonly view: ImportView }) => {
  const pages = useProblems(view.id, view.status.kind)
  return (
    <Card title={`${rowsWords(view.broken)}有问题`}>
      <Text as="small">这些行不会导入；改好后单独再导入一次就行。</Text>
      <ExportButton
        order={{ kind: 'problems', of: view.id, clear: false, why: '' }}
        name={`${kindWords[view.kind]}-有问题的行`}
        word="用表格下载全部问题"
      />
      <Paged pages={pages} empty={<Text as="small">没有找到问题的明细。</Text>}>
        {(rows) => (
          <View className={cx('problems')}>
            {rows.map(({ sheet: name, row, column, fault, found }) => (
              <View key={`${name} ${String(row)} ${column} ${fault}`} className={cx('problem')}>
                <Text as="strong">{`第 ${String(row)} 行 · ${column}`}</Text>
                <Text>{faultWords[fault]}</Text>
                <Text as="small">{`表「${name}」${found === '' ? '，这一格是空的' : `，填的是「${found}」`}`}</Text>
              </View>
            ))}
          </View>
        )}
      </Paged>
    </Card>
  )
}
