import { useState } from 'react'
import type { ComplaintSubject } from '#domain/complaint'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { Text } from '../../ui/text'
import { TextLink } from '../../ui/text-link'
import { ComplaintFields } from './complaint-fields'
import { flagReasons } from './words'

interface SheetProps {
  readonly about: ComplaintSubject
  readonly onClose: () => void
}

/** Why somebody reports this to the moderators, and that it was received. */
export const FlagSheet = ({ about, onClose }: SheetProps) => {
  const [sent, setSent] = useState(false)
  if (sent)
    return (
      <Sheet title="已收到举报" onClose={onClose}>
        <Text>内容审核的人会看，处理结果会在「消息」里告诉您。对方不知道是谁举报的。</Text>
        <Button word="知道了" onTap={onClose} />
      </Sheet>
    )
  return (
    <Sheet title="举报" onClose={onClose}>
      <ComplaintFields
        about={about}
        reasons={flagReasons}
        question="为什么举报"
        hint="哪里不对，写一句"
        fixed
        onSent={() => {
          setSent(true)
        }}
      />
    </Sheet>
  )
}

/** 举报 of whatever people post: a quiet link, and a sheet that asks why. A page puts it where its thing ends. */
export const FlagEntry = ({ about }: { readonly about: ComplaintSubject }) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <TextLink
        word="举报"
        quiet
        onTap={() => {
          setOpen(true)
        }}
      />
      {open && (
        <FlagSheet
          about={about}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </>
  )
}
