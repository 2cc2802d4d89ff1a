import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { TreeNode } from '#domain/contract/caseload'
import { asId, type Id } from '#domain/kernel/id'
import { call } from '../../../platform/cloud'
import { valueOf } from '../../../platform/outcome'
import { Card } from '../../../ui/card'
import { classes } from '../../../ui/classes'
import { EmptyState } from '../../../ui/empty-state'
import { Field, Hairline } from '../../../ui/field'
import { Icon } from '../../../ui/icon'
import { Screen } from '../../../ui/screen'
import { Tappable } from '../../../ui/tappable'
import { Text } from '../../../ui/text'
import { Loaded } from '../shared/loaded'
import { shopsWords } from '../shared/numbers'
import sheet from './tree.module.scss'

const cx = classes(sheet)

const useLevel = (street: Id<'street'> | null) =>
  useQuery({
    queryKey: ['office', 'tree', street],
    queryFn: async () => valueOf(await call('tree.read', { street })),
  })

/** First who answers for the whole place, then the 长 of its single spots: 「3 号楼 楼长 张三」. */
const People = ({ people }: Pick<TreeNode, 'people'>) => {
  const whole = people.filter(({ spot }) => spot === null)
  const spots = people.filter(({ spot }) => spot !== null)
  return (
    <>
      {people.length === 0 && <Text as="small">还没有负责人</Text>}
      {whole.length > 0 && (
        <View className={cx('people')}>
          {whole.map(({ name, title }) => (
            <View key={`${name} ${title}`} className={cx('person')}>
              <Text>{name}</Text>
              {title !== '' && <Text as="small">{title}</Text>}
            </View>
          ))}
        </View>
      )}
      {spots.map(({ name, title, spot }) => (
        <View key={`${spot ?? ''} ${title} ${name}`}>
          <Text as="small">{[spot, title, name].filter((word) => word !== '').join(' ')}</Text>
        </View>
      ))}
    </>
  )
}

interface CellProps {
  readonly cell: TreeNode
  /** somebody answers for the whole community: nobody of its own is no gap then */
  readonly covered?: boolean
}

const Cell = ({ cell, covered = false }: CellProps) => (
  <View className={cx('cell')}>
    <Field name={cell.name} value={shopsWords(cell.shops)} />
    {(cell.people.length > 0 || !covered) && <People people={cell.people} />}
  </View>
)

/** A community's line, and its cells once it is opened. */
const Community = ({ node }: { readonly node: TreeNode }) => {
  const [open, setOpen] = useState(false)
  const { name, people, children } = node
  const cellsWords = `${String(children.length)} 个网格`
  return (
    <View className={cx('cell')}>
      <Tappable
        label={`${name}，${cellsWords}，${shopsWords(node.shops)}，${open ? '收起' : '展开网格'}`}
        onTap={() => {
          setOpen(!open)
        }}
      >
        <View className={cx('head')}>
          <View>
            <Text>{name}</Text>
            <Text as="small">{cellsWords}</Text>
          </View>
          <Aside shops={node.shops} open={open} />
        </View>
      </Tappable>
      {people.length > 0 && <People people={people} />}
      {open && (
        <View className={cx('within')}>
          {children.map((cell) => (
            <Cell key={cell.id} cell={cell} covered={people.length > 0} />
          ))}
        </View>
      )}
    </View>
  )
}

const Aside = ({ shops, open }: { readonly shops: number; readonly open: boolean }) => (
  <View className={cx('aside')}>
    <Text as="strong">{shopsWords(shops)}</Text>
    <Text as="small">{open ? '收起' : '展开'}</Text>
    <View className={cx('turn', open && 'open')}>
      <Icon name="right" size="small" />
    </View>
  </View>
)

const Communities = ({ street }: { readonly street: Id<'street'> }) => (
  <Loaded query={useLevel(street)} cards={1}>
    {({ children }) =>
      children.length === 0 ? (
        <Text as="small">这个街道还没有网格。</Text>
      ) : (
        <View className={cx('cells')}>
          {children.map((node) =>
            node.kind === 'community' ? (
              <Community key={node.id} node={node} />
            ) : (
              <Cell key={node.id} cell={node} />
            ),
          )}
        </View>
      )
    }
  </Loaded>
)

interface StreetProps {
  readonly node: TreeNode
  readonly open: boolean
  readonly onToggle: () => void
}

const Street = ({ node, open, onToggle }: StreetProps) => (
  <Card>
    <Tappable
      label={`${node.name}，${shopsWords(node.shops)}，${open ? '收起' : '展开社区'}`}
      onTap={onToggle}
    >
      <View className={cx('head')}>
        <Text as="head">{node.name}</Text>
        <Aside shops={node.shops} open={open} />
      </View>
    </Tappable>
    <People people={node.people} />
    {open && <Hairline />}
    {open && <Communities street={asId(node.id)} />}
  </Card>
)

/** 包保: who answers for the district, each street, community and cell, and for how many shops. */
export const TreeScreen = ({ onImport }: { readonly onImport: () => void }) => {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  return (
    <Screen>
      <Loaded query={useLevel(null)} cards={4}>
        {({ name, shops, people, children }) => (
          <>
            <Card title={name} aside={<Text as="strong">{shopsWords(shops)}</Text>}>
              <People people={people} />
            </Card>
            {children.length === 0 && (
              <EmptyState
                words="还没有街道和网格，可以用表格导入。"
                actionWord="去导入"
                onAction={onImport}
              />
            )}
            {children.map((node) => (
              <Street
                key={node.id}
                node={node}
                open={open.has(node.id)}
                onToggle={() => {
                  toggle(node.id)
                }}
              />
            ))}
          </>
        )}
      </Loaded>
    </Screen>
  )
}
