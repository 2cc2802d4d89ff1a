import { dayOf, readDay, startOf } from '#domain/kernel/day'
import type { Licence } from '#domain/shop'
import { serverNow } from '../../platform/server-clock'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { DateField } from '../../ui/date-field'
import { InputLine } from '../../ui/input-line'
import { PickerField } from '../../ui/picker-field'
import { Row } from '../../ui/row'
import { Text } from '../../ui/text'
import { TextLink } from '../../ui/text-link'
import { dateWords } from '../../ui/time-words'
import { licenceKinds, licenceWords } from './words'

interface Props {
  readonly licences: readonly Licence[]
  readonly disabled: boolean
  readonly onChange: (licences: readonly Licence[]) => void
}

interface OneProps {
  readonly licence: Licence
  readonly position: number
  readonly disabled: boolean
  readonly onChange: (licence: Licence) => void
  readonly onRemove: () => void
}

const LicenceFields = ({ licence, position, disabled, onChange, onRemove }: OneProps) => {
  const { kind, number, until } = licence
  const now = serverNow()
  const which = `第 ${String(position + 1)} 张证照`
  return (
    <Card>
      <PickerField
        name="证照"
        options={licenceKinds.map((one) => licenceWords[one])}
        at={licenceKinds.indexOf(kind)}
        disabled={disabled}
        onChange={(at) => {
          onChange({ ...licence, kind: licenceKinds[at] ?? kind })
        }}
      />
      <Text as="strong">证照编号</Text>
      <InputLine
        label={`${which}编号`}
        hint="照着证上的填"
        value={number}
        most={60}
        disabled={disabled}
        onChange={(text) => {
          onChange({ ...licence, number: text })
        }}
      />
      <DateField
        name="有效期至"
        value={until ?? ''}
        shown={until === null ? '长期有效' : dateWords(startOf(until), now)}
        start={dayOf(now)}
        disabled={disabled}
        onChange={(day) => {
          onChange({ ...licence, until: readDay(day) })
        }}
      />
      <Row>
        {until !== null && (
          <Button
            word="改为长期有效"
            kind="plain"
            small
            busy={disabled}
            busyWord="改为长期有效"
            onTap={() => {
              onChange({ ...licence, until: null })
            }}
          />
        )}
        <TextLink
          word="删去这张"
          quiet
          onTap={() => {
            if (!disabled) onRemove()
          }}
        />
      </Row>
    </Card>
  )
}

export const LicencesFields = ({ licences, disabled, onChange }: Props) => (
  <>
    {licences.map((licence, position) => (
      <LicenceFields
        key={position}
        licence={licence}
        position={position}
        disabled={disabled}
        onChange={(next) => {
          onChange(licences.map((one, at) => (at === position ? next : one)))
        }}
        onRemove={() => {
          onChange(licences.filter((_one, at) => at !== position))
        }}
      />
    ))}
    <Button
      word="加一张证照"
      kind="soft"
      icon="plus"
      busy={disabled}
      busyWord="加一张证照"
      onTap={() => {
        onChange([...licences, { kind: 'hygiene', number: '', until: null }])
      }}
    />
  </>
)
