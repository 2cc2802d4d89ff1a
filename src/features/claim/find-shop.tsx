import { useState } from 'react'
import type { Id } from '#domain/kernel/id'
import { asId } from '#domain/kernel/id'
import { canScan, scanShopCode } from '../../platform/scan'
import { shopCodeIn } from '../../platform/shop-code'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { InputLine } from '../../ui/input-line'
import { Notice } from '../../ui/notice'
import { Text } from '../../ui/text'

const notACode = '这不是店铺二维码，请扫店门口贴的店铺二维码。'

/** The way to a shop's board, and from there to a claim: scan the code at its door. */
export const FindShop = ({ onCode }: { readonly onCode: (code: Id<'shopCode'>) => void }) => {
  const [typed, setTyped] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const scan = async () => {
    const scanned = await scanShopCode()
    setTrouble(scanned.kind === 'none' ? notACode : null)
    if (scanned.kind === 'code') onCode(asId(scanned.code))
  }
  const find = () => {
    const code = shopCodeIn(typed)
    setTrouble(code === null ? notACode : null)
    if (code !== null) onCode(asId(code))
  }
  return (
    <Card title="认领店铺">
      <Text as="small">
        {canScan()
          ? '扫店里的店铺二维码，拍一张证照，店长核对后就能用。'
          : '用手机扫店里的店铺二维码，打开后点「这是我的店」。打不开，就把扫到的网址粘贴到下面。'}
      </Text>
      {trouble !== null && <Notice tone="warn" words={trouble} />}
      {canScan() ? (
        <Button
          word="扫店铺二维码"
          icon="scan"
          kind="soft"
          onTap={() => {
            void scan()
          }}
        />
      ) : (
        <>
          <InputLine label="店铺网址" hint="扫到的网址" value={typed} most={200} onChange={setTyped} />
          <Button
            word="找这家店"
            kind="soft"
            blocked={typed.trim() === '' ? '先粘贴网址' : null}
            onTap={find}
          />
        </>
      )}
    </Card>
  )
}
