import { useState } from 'react'
import { reasonLength } from '#domain/audit'
import { exportKinds, holdsPhones, sheetKinds, type ExportKind } from '#domain/sheet'
import { Card } from '../../../ui/card'
import { Choice } from '../../../ui/choice'
import { Notice } from '../../../ui/notice'
import { PickerField } from '../../../ui/picker-field'
import { Text } from '../../../ui/text'
import { WordsField } from '../../../ui/words-field'
import { ExportButton } from './export-button'
import { exportWords } from './words'

const isPlain = (kind: ExportKind): kind is Exclude<ExportKind, 'problems'> => kind !== 'problems'
const kinds = exportKinds.filter(isPlain)
const isSheet = (kind: ExportKind): boolean => (sheetKinds as readonly ExportKind[]).includes(kind)

interface ClearProps {
  readonly clear: boolean
  readonly why: string
  readonly onClear: (clear: boolean) => void
  readonly onWhy: (why: string) => void
}

/** Phones in clear, against a reason that is written down with who took the list. */
const ClearPhones = ({ clear, why, onClear, onWhy }: ClearProps) => (
  <>
    <Choice
      many
      word="导出完整电话"
      note="平时电话中间几位用星号代替"
      on={clear}
      onTap={() => {
        onClear(!clear)
      }}
    />
    {clear && (
      <>
        <Notice tone="warn" words="请只在工作中使用；谁、为什么导出和下载，都会记入审计日志。" />
        <WordsField
          boxed
          label="为什么要完整电话"
          hint="为什么要完整电话，会记入审计日志"
          value={why}
          most={reasonLength.most}
          onChange={onWhy}
        />
      </>
    )}
  </>
)

/** Any list as a workbook; phones are masked unless somebody says what they are needed for. */
export const ExportCard = () => {
  const [kind, setKind] = useState<(typeof kinds)[number]>('shops')
  const [clear, setClear] = useState(false)
  const [why, setWhy] = useState('')
  const open = clear && holdsPhones(kind)
  const order = { kind, of: null, clear: open, why: open ? why.trim() : '' }
  const reasonMissing = open && Array.from(order.why).length < reasonLength.least
  return (
    <Card>
      <PickerField
        name="导出什么"
        options={kinds.map((one) => exportWords[one])}
        at={kinds.indexOf(kind)}
        onChange={(at) => {
          setClear(false)
          setWhy('')
          setKind(kinds[at] ?? 'shops')
        }}
      />
      {holdsPhones(kind) && <ClearPhones clear={clear} why={why} onClear={setClear} onWhy={setWhy} />}
      <ExportButton
        key={`${kind} ${String(open)}`}
        order={order}
        blocked={reasonMissing ? '先写一句为什么要完整电话' : null}
        name={exportWords[kind]}
        word="准备表格"
      />
      {isSheet(kind) && (
        <Text as="note">表格的列和导入模板一样，改好可以再导入；带星号的内容不改，导入后保持原样。</Text>
      )}
    </Card>
  )
}
