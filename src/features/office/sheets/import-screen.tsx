import { View } from '@tarojs/components'
import type { ImportView } from '#domain/contract/sheet'
import type { Id } from '#domain/kernel/id'
import { call } from '../../../platform/cloud'
import { serverNow } from '../../../platform/server-clock'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Chip } from '../../../ui/chip'
import { classes } from '../../../ui/classes'
import { Notice } from '../../../ui/notice'
import { Progress } from '../../../ui/progress'
import { Row } from '../../../ui/row'
import { Screen } from '../../../ui/screen'
import { Text } from '../../../ui/text'
import { momentWords } from '../../../ui/time-words'
import { Loaded } from '../shared/loaded'
import { figure } from '../shared/numbers'
import { useOfficeAct } from '../shared/use-office-act'
import sheet from './import.module.scss'
import { ProblemsCard } from './problems-card'
import { useImport } from './queries'
import { commitWords, failedWords, kindWords, rowsWords, statusMark } from './words'

const cx = classes(sheet)

interface Props {
  readonly id: Id<'import'>
  readonly onImports: () => void
}

const figuresOf = ({ status, added, changed, same, broken }: ImportView) => {
  const done = status.kind === 'done' || status.kind === 'running'
  return [
    [done ? '新增' : '会新增', added],
    [done ? '修改' : '会修改', changed],
    ['没有变化', same],
    ['有问题', broken],
  ] as const
}

const Progressing = ({ view: { status, rows, done } }: { readonly view: ImportView }) => {
  const doing = status.kind === 'running' ? '正在导入' : '正在检查'
  const words = rows === 0 ? `${doing}，正在读表格` : `${doing}：${figure(done)} / ${rowsWords(rows)}`
  return (
    <>
      <Progress words={words} part={rows === 0 ? 0 : done / rows} />
      <Text as="note">可以先离开，过一会儿再回来看。</Text>
    </>
  )
}

const Summary = ({ view }: { readonly view: ImportView }) => {
  const { status, kind, by, at, rows } = view
  const working = status.kind === 'checking' || status.kind === 'running'
  return (
    <Card title={kindWords[kind]} aside={<Chip {...statusMark(status)} />}>
      <Text as="small">{[by, momentWords(at, serverNow())].filter((part) => part !== '').join(' · ')}</Text>
      {working && <Progressing view={view} />}
      {status.kind === 'failed' && <Notice words={failedWords(status.code, status.columns)} />}
      {status.kind === 'cancelled' && <Text>没有写入任何一行。</Text>}
      {rows > 0 && !working && status.kind !== 'failed' && status.kind !== 'cancelled' && (
        <View className={cx('figures')}>
          {figuresOf(view).map(([word, count]) => (
            <View key={word} className={cx('figure')}>
              <Text as="head">{figure(count)}</Text>
              <Text as="small">{`${word}（行）`}</Text>
            </View>
          ))}
        </View>
      )}
      {status.kind === 'checked' && <Text as="small">这是检查的结果，还没有写入。</Text>}
    </Card>
  )
}

const Ready = ({ view, onImports }: { readonly view: ImportView; readonly onImports: () => void }) => {
  const { run, busy, failure } = useOfficeAct()
  const { id, version, status, added, changed, broken } = view
  const commit = () => {
    run({
      body: ['commit', version],
      send: () => call('import.commit', { id, version }),
      onDone: () => undefined,
    })
  }
  const cancel = () => {
    run({
      body: ['cancel', version],
      send: () => call('import.cancel', { id, version }),
      onDone: () => undefined,
    })
  }
  // checked, and not a row of it would change anything
  const idle = status.kind === 'checked' && added + changed === 0
  const open = status.kind === 'checked' || status.kind === 'checking'
  const foot = (
    <>
      {failure !== null && <Notice words={failure.words} />}
      {open ? (
        <Row top>
          <Button
            word={!idle ? '取消导入' : broken > 0 ? '取消，改好后重新导入' : '没有变化，结束导入'}
            kind={idle ? 'primary' : 'plain'}
            busy={busy}
            onTap={cancel}
          />
          {status.kind === 'checked' && !idle && (
            <Button word={commitWords(view)} busy={busy} onTap={commit} />
          )}
        </Row>
      ) : (
        <Button word="看全部导入" kind="soft" onTap={onImports} />
      )}
    </>
  )
  const settled = status.kind === 'checked' || status.kind === 'done'
  return (
    <Screen foot={foot}>
      <Summary view={view} />
      {settled && broken > 0 && <ProblemsCard view={view} />}
    </Screen>
  )
}

/** One import from its check to its end; it goes on while nobody looks. */
export const ImportScreen = ({ id, onImports }: Props) => {
  const query = useImport(id)
  if (query.data) return <Ready view={query.data} onImports={onImports} />
  return (
    <Screen>
      <Loaded query={query}>{() => null}</Loaded>
    </Screen>
  )
}
