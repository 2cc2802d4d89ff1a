import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountView } from '#domain/contract/account'
import { call } from '../../platform/cloud'
import { forgetPerson } from '../../platform/forget'
import { failureWords } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { keptWords, leaveOffline, leaveRefusals } from './words'

interface Props {
  readonly kept: AccountView['kept']
  readonly onLeft: () => void
}

const keptLine = (kept: AccountView['kept']): string => {
  const some = kept.filter(({ count }) => count > 0)
  if (some.length === 0) return '您没有要依法留存的办理记录。'
  const list = some.map(({ kind, count }) => `${keptWords[kind]} ${String(count)} 条`).join('、')
  return `依法要留的：${list}。注销后只剩一串随机编号，看不出是您。`
}

/** Leaving, in two steps: first what goes and what stays, then the deed. */
export const LeaveCard = ({ kept, onLeft }: Props) => {
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { run, busy, failure, forgetFailure } = useAct(
    () => call('account.delete', { confirm: true }),
    async () => {
      forgetPerson()
      onLeft()
      await client.resetQueries()
    },
  )
  const close = () => {
    forgetFailure()
    setAsking(false)
  }
  return (
    <Card title="注销账号">
      <Text>马上删除：姓名、手机号、头像、微信标识、消息，和这部手机上的草稿。您名下的店铺会退出。</Text>
      <Text>{keptLine(kept)}</Text>
      <Button
        word="注销账号"
        kind="plain"
        onTap={() => {
          setAsking(true)
        }}
      />
      {asking && (
        <Sheet title="确定注销吗" onClose={close} held={busy}>
          <Text>注销后不能恢复，办到一半的事不会再通知您。想留一份自己的信息，请先下载。</Text>
          {failure && <Notice words={failureWords(failure, leaveRefusals, leaveOffline)} />}
          <Button word="先不注销" busy={busy} onTap={close} />
          <Button word="确定注销" kind="plain" busy={busy} busyWord="正在注销" onTap={run} />
        </Sheet>
      )}
    </Card>
  )
}
