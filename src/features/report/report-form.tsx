import { useEffect, useState } from 'react'
import type { DistrictView } from '#domain/contract/district'
import type { Output } from '#domain/contract/endpoints'
import { reportLimits } from '#domain/submission'
import { dropStored, readStored, writeStored } from '../../platform/storage'
import { usePhotos } from '../../platform/use-photos'
import { Card } from '../../ui/card'
import { Hairline } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { PhotoGrid } from '../../ui/photo-grid'
import { PickerField } from '../../ui/picker-field'
import { Screen } from '../../ui/screen'
import { SendFoot } from '../../ui/send-foot'
import { Text } from '../../ui/text'
import { TextLink } from '../../ui/text-link'
import { WordsField } from '../../ui/words-field'
import { draftFrom, draftName as NAME, isBegun, type Draft } from './draft'
import { PlaceField } from './place-field'
import { useSubmission } from './use-submission'
import { addingWords, photoLimits, photoTroubleWords } from './words'

const openChoice = '不选，工作人员帮您分'

interface Props {
  readonly district: DistrictView
  readonly onSubmitted: (submitted: Output<'report.submit'>) => void
}

/** The draft is stored on every change and comes back after the app was closed. */
export const ReportForm = ({ district, onSubmitted }: Props) => {
  const [draft, setDraft] = useState<Draft>(() => draftFrom(readStored(NAME)))
  const change = (part: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...part }))
  }
  useEffect(() => {
    writeStored(NAME, draft)
  }, [draft])

  const { progress, failure, forgetFailure, submit } = useSubmission((key) => {
    change({ key })
  })
  const sending = progress !== null
  const edit = (part: Partial<Draft>) => {
    forgetFailure()
    change(part)
  }
  const photos = usePhotos(draft.photos, photoLimits, (ids) => {
    edit({ photos: ids })
  })
  const done = (submitted: Output<'report.submit'>) => {
    photos.clear()
    dropStored(NAME)
    onSubmitted(submitted)
  }
  const categories = district.categories
  const chosen = categories.findIndex(({ id }) => id === draft.category)

  const foot = (
    <SendFoot
      failure={failure}
      word="提交"
      busy={sending}
      blocked={photos.adding && !sending ? addingWords : null}
      busyWord={progress ?? ''}
      onTap={() => {
        submit(draft, done)
      }}
    />
  )

  return (
    <Screen foot={foot}>
      {draft.from && (
        <Card>
          <Text as="small">
            从聊天里的一条消息开始。店里和店长在单独聊天里看得到办理进展，不显示是谁反映的。
          </Text>
          <TextLink
            word="不带聊天消息"
            onTap={() => {
              edit({ from: null })
            }}
          />
        </Card>
      )}
      <Card>
        <PhotoGrid
          urls={photos.urls}
          onOpen={photos.show}
          {...(sending ? {} : { onRemove: photos.remove })}
          addWord={photos.urls.length === 0 ? '拍照片' : '再拍一张'}
          {...(photos.full || sending ? {} : { onAdd: photos.add })}
        />
        {photos.full && <Text as="note">照片最多 9 张</Text>}
        {photos.trouble !== null && <Notice tone="warn" words={photoTroubleWords[photos.trouble]} />}
        <Hairline />
        <WordsField
          label="写一写问题"
          hint="什么问题、有多久了（有照片可以不写）"
          value={draft.words}
          most={reportLimits.words}
          disabled={sending}
          onChange={(words) => {
            edit({ words })
          }}
        />
      </Card>
      <Card>
        <PickerField
          name="问题类型"
          hint="可不选，工作人员帮您分"
          options={[openChoice, ...categories.map(({ name }) => name)]}
          at={chosen < 0 ? -1 : chosen + 1}
          disabled={sending}
          onChange={(at) => {
            edit({ category: categories[at - 1]?.id ?? null })
          }}
        />
        <Hairline />
        <PlaceField
          district={district}
          place={draft}
          disabled={sending}
          onChange={(to) => {
            forgetFailure()
            setDraft((now) => ({ ...now, ...to(now) }))
          }}
        />
      </Card>
      <Card>
        <Text as="small">对外不显示您是谁。只有负责回访的人能看电话，每次查看有记录；店主和店长看不到。</Text>
        <Notice tone="warn" words="生命危险请拨 120、110" />
      </Card>
      {isBegun(draft) && (
        <Text as="note" centred>
          已自动保存在这部手机上
        </Text>
      )}
    </Screen>
  )
}
