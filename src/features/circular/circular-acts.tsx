import { useState } from 'react'
import type { CircularView } from '#domain/contract/circular'
import { call } from '../../platform/cloud'
import { openWorkbook } from '../../platform/download'
import { failureWords, unreachedWords } from '../../platform/outcome'
import { serverNow } from '../../platform/server-clock'
import { useAct } from '../../platform/use-act'
import { useKeyed } from '../../platform/use-keyed'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { Row } from '../../ui/row'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { momentWords } from '../../ui/time-words'
import { useCircularShops, useRefresh } from './queries'
import { closeRefusals, offlineAnswer, remindRefusals } from './words'

interface Props {
  readonly view: CircularView
}

const Reminding = ({ view: { id, office } }: Props) => {
  const refresh = useRefresh(id)
  const keyed = useKeyed()
  const [told, setTold] = useState<number | null>(null)
  const { run, busy, failure } = useAct(
    () => keyed(['remind', id], (key) => call('circular.remind', { id, key })),
    async ({ shops: reminded }) => {
      setTold(reminded)
      await refresh()
    },
  )
  const waiting = useCircularShops(id, 'waiting').data?.pages[0]?.counts.waiting ?? null
  const from = office?.remindFrom ?? null
  const soon = from !== null && from > serverNow()
  return (
    <>
      {failure && <Notice words={failureWords(failure, remindRefusals, offlineAnswer)} />}
      {told !== null && (
        <Notice tone="info" icon="check" words={`已提醒 ${String(told)} 家；还没有人登录的，请打电话。`} />
      )}
      <Button
        word={waiting === null ? '提醒没确认的' : `提醒没确认的 ${String(waiting)} 家`}
        busy={busy}
        busyWord="正在提醒"
        blocked={
          soon
            ? `${momentWords(from, serverNow())} 以后可以再提醒`
            : waiting === 0
              ? '没确认的店还没有人登录，请打电话'
              : null
        }
        onTap={run}
      />
    </>
  )
}

const Exporting = ({ view: { id, title } }: Props) => {
  const keyed = useKeyed()
  const [lost, setLost] = useState(false)
  const { run, busy, failure } = useAct(
    () => keyed(['export', id], (key) => call('circular.export', { id, key })),
    async ({ url }) => {
      setLost(!(await openWorkbook(url, `回执 ${title}.xlsx`)))
    },
  )
  return (
    <>
      {failure && (
        <Notice
          words={failureWords(failure, { 'wrong-state': '表格没有做好，请再点一次导出。' }, unreachedWords)}
        />
      )}
      {lost && <Notice words="表格没有打开，请再点一次导出。" />}
      <Button word="导出名单" kind="soft" busy={busy} busyWord="正在准备" onTap={run} />
    </>
  )
}

const CloseSheet = ({ view: { id }, onClose }: Props & { readonly onClose: () => void }) => {
  const refresh = useRefresh(id)
  const { run, busy, failure } = useAct(
    () => call('circular.close', { id }),
    async () => {
      await refresh()
      onClose()
    },
  )
  return (
    <Sheet title="结束这条通知" onClose={onClose} held={busy}>
      <Text>结束后不再提醒，店里不能再交自查；已经收到的都留着。结束后不能再打开。</Text>
      {failure && <Notice words={failureWords(failure, closeRefusals, offlineAnswer)} />}
      <Button word="确认结束" busy={busy} onTap={run} />
      <Button word="先不结束" kind="plain" onTap={onClose} />
    </Sheet>
  )
}

/** What the office does with it: remind, take the list along, end it. */
export const CircularActs = ({ view }: Props) => {
  const [closing, setClosing] = useState(false)
  const open = view.status === 'open'
  return (
    <>
      <Card>
        {open && view.known < view.shops && <Reminding view={view} />}
        <Row top>
          <Exporting view={view} />
          {open && (
            <Button
              word="结束"
              kind="plain"
              onTap={() => {
                setClosing(true)
              }}
            />
          )}
        </Row>
      </Card>
      {closing && (
        <CloseSheet
          view={view}
          onClose={() => {
            setClosing(false)
          }}
        />
      )}
    </>
  )
}
