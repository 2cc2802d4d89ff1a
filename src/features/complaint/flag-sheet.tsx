import { useState } from 'react'
import type { ComplaintSubject } from '#domain/complaint'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { TextLink } from '../../ui/text-link'
import { ComplaintFields } from './complaint-fields'
import { flagReasons } from './words'

type Stage = 'closed' | 'asking' | 'sent'

/** 举报 of whatever people post: a quiet link, and a sheet that asks why. A page puts it where its thing ends. */
export const FlagEntry = ({ about }: { readonly about: ComplaintSubject }) => {
  const [stage, setStage] = useState<Stage>('closed')
  const close = () => {
    setStage('closed')
  }
  return (
    <>
      <TextLink
        word="举报"
        quiet
        onTap={() => {
          setStage('asking')
        }}
      />
      {stage === 'asking' && (
        <Sheet title="举报" onClose={close}>
          <ComplaintFields
            about={about}
            reasons={flagReasons}
            question="为什么举报"
            hint="哪里不对，写一句"
            fixed
            onSent={() => {
              setStage('sent')
            }}
          />
        </Sheet>
      )}
      {stage === 'sent' && (
        <Sheet title="已收到举报" onClose={close}>
          <Text>内容审核的人会看，处理结果会在「消息」里告诉您。对方不知道是谁举报的。</Text>
          <Button word="知道了" onTap={close} />
        </Sheet>
      )}
    </>
  )
}
