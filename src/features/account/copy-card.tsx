import { useState } from 'react'
import { call } from '../../platform/cloud'
import { copyText } from '../../platform/clipboard'
import { handOver, handOverWord } from '../../platform/hand-over'
import { failureWords, unreachedWords, type Outcome } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { Text } from '../../ui/text'
import { handOverFailed } from './words'

const FILE = 'store-head-my-data.json'

/** My data as a file: made on the server, then taken to where this phone can keep it. */
export const CopyCard = () => {
  const [url, setUrl] = useState<string | null>(null)
  const [missed, setMissed] = useState(false)
  const [copied, setCopied] = useState(false)
  const making = useAct(
    () => call('account.export', {}),
    (made) => {
      setMissed(false)
      setCopied(false)
      setUrl(made.url)
    },
  )
  const taking = useAct(
    async (address: string): Promise<Outcome<boolean, never>> => ({
      kind: 'ok',
      value: (await handOver(address, FILE)) === 'failed',
    }),
    setMissed,
  )
  return (
    <Card title="下载我的信息">
      <Text as="small">这里存着的、和您有关的全部内容，放在一个文件里。</Text>
      {making.failure && <Notice words={failureWords(making.failure, {}, unreachedWords)} />}
      {url === null ? (
        <Button word="准备文件" kind="soft" busy={making.busy} busyWord="正在准备" onTap={making.run} />
      ) : (
        <>
          <Notice tone="info" icon="check" words="文件已备好，一小时内有效。里面有您的信息，请自己保管好。" />
          <Button
            word={handOverWord}
            busy={taking.busy}
            busyWord="正在下载"
            onTap={() => {
              setMissed(false)
              taking.run(url)
            }}
          />
          {missed && (
            <>
              <Notice words={handOverFailed} />
              <Button
                word={copied ? '地址已复制' : '复制地址'}
                kind="plain"
                onTap={() => {
                  void copyText(url).then(setCopied)
                }}
              />
              <Button word="重新准备" kind="plain" busy={making.busy} onTap={making.run} />
            </>
          )}
        </>
      )}
    </Card>
  )
}
