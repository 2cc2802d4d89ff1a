import { useEffect, useState } from 'react'
import type { DistrictView } from '#domain/contract/district'
import type { ShopView } from '#domain/contract/shop'
import type { Id } from '#domain/kernel/id'
import { shopLimits, type ShopFacts } from '#domain/shop'
import { call } from '../../platform/cloud'
import { dropStored, readStored, writeStored } from '../../platform/storage'
import { useDistrict } from '../../platform/use-district'
import { Card } from '../../ui/card'
import { CellField } from '../../ui/cell-field'
import { Hairline } from '../../ui/field'
import { InputLine } from '../../ui/input-line'
import { Notice } from '../../ui/notice'
import { PickerField } from '../../ui/picker-field'
import { Screen } from '../../ui/screen'
import { SendFoot } from '../../ui/send-foot'
import { Text } from '../../ui/text'
import { editsFrom, factsOf, fieldsOf, missingIn, type FactsEdits } from './facts-draft'
import { LicencesFields } from './licence-fields'
import { isRefused } from '../../platform/outcome'
import { LoadState } from './load-state'
import { useShop } from './queries'
import { useSave } from './use-save'
import { shopStateMarks, shopStates, updateRefusalWords } from './words'

const draftName = (id: Id<'shop'>) => `facts-draft:${id}`

interface FormProps {
  readonly shop: ShopView
  readonly district: DistrictView
  readonly onSaved: () => void
}

const Form = ({ shop, district, onSaved }: FormProps) => {
  const [edits, setEdits] = useState<FactsEdits>(() => editsFrom(readStored(draftName(shop.id))))
  const [kept] = useState(() => Object.keys(edits).length > 0)
  useEffect(() => {
    if (Object.keys(edits).length === 0) dropStored(draftName(shop.id))
    else writeStored(draftName(shop.id), edits)
  }, [shop.id, edits])
  const { busy, failure, run, forgetFailure } = useSave(
    shop.id,
    updateRefusalWords,
    (facts: ShopFacts) => call('shop.update', { id: shop.id, version: shop.version, facts }),
    () => {
      dropStored(draftName(shop.id))
      onSaved()
    },
  )
  const edit = (part: FactsEdits) => {
    forgetFailure()
    setEdits((now) => ({ ...now, ...part }))
  }
  const fields = fieldsOf(shop, edits)
  const { trades } = district
  const foot = (
    <SendFoot
      failure={failure}
      word="保存"
      busy={busy}
      busyWord="正在保存"
      blocked={missingIn(fields)}
      onTap={() => {
        run(factsOf(shop, fields))
      }}
    />
  )
  return (
    <Screen foot={foot}>
      {kept && <Notice tone="info" icon="list" words="上次没有保存的修改还在，请核对后保存。" />}
      <Card>
        <Text as="strong">店名</Text>
        <InputLine
          label="店名"
          hint="店名"
          value={fields.name}
          most={shopLimits.name}
          disabled={busy}
          onChange={(name) => {
            edit({ name })
          }}
        />
        <Text as="strong">地址</Text>
        <InputLine
          label="地址"
          hint="路名和门牌号"
          value={fields.address}
          most={shopLimits.address}
          disabled={busy}
          onChange={(address) => {
            edit({ address })
          }}
        />
        <CellField
          name="在哪里"
          icon="pin"
          streets={district.streets}
          cells={district.cells}
          cell={fields.cell}
          disabled={busy}
          onChange={({ street, id }) => {
            edit({ place: { street, cell: id } })
          }}
        />
        <Hairline />
        <PickerField
          name="行业"
          options={trades.map(({ name }) => name)}
          at={trades.findIndex(({ id }) => id === fields.trade)}
          disabled={busy}
          onChange={(at) => {
            const trade = trades[at]
            if (trade) edit({ trade: trade.id })
          }}
        />
        <Hairline />
        <PickerField
          name="经营状态"
          options={shopStates.map((state) => shopStateMarks[state].word)}
          at={shopStates.indexOf(fields.state)}
          disabled={busy}
          onChange={(at) => {
            const state = shopStates[at]
            if (state) edit({ state })
          }}
        />
      </Card>
      <Card title="大小">
        <Text as="small">不知道可以空着。浴室填淋浴位数。</Text>
        <Text as="strong">面积（平方米）</Text>
        <InputLine
          label="面积（平方米）"
          hint="例如 60"
          value={fields.area}
          most={8}
          disabled={busy}
          onChange={(area) => {
            edit({ area })
          }}
        />
        <Text as="strong">座位／床位</Text>
        <InputLine
          label="座位／床位"
          hint="例如 12"
          value={fields.places}
          most={6}
          disabled={busy}
          onChange={(places) => {
            edit({ places })
          }}
        />
      </Card>
      <Text as="head">证照</Text>
      <LicencesFields
        licences={fields.licences}
        disabled={busy}
        onChange={(licences) => {
          edit({ licences })
        }}
      />
      <Text as="note" centred>
        改了什么会记录；没保存的内容留在这部手机上
      </Text>
    </Screen>
  )
}

interface Props {
  readonly id: Id<'shop'>
  readonly onSaved: () => void
  readonly onHome: () => void
}

/** The facts of a shop, for its head and for command. */
export const EditScreen = ({ id, onSaved, onHome }: Props) => {
  const { data, error, refetch } = useShop(id)
  const district = useDistrict()
  if (data && district.data && !isRefused(error))
    return <Form shop={data} district={district.data} onSaved={onSaved} />
  return (
    <LoadState
      error={error ?? district.error}
      goneWords="这家店铺现在不由您管，可能已转给别人。"
      goneAction="回首页"
      onGone={onHome}
      onRetry={() => {
        void refetch()
        void district.refetch()
      }}
    />
  )
}
