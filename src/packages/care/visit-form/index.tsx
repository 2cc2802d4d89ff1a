import { asId, type Id } from '#domain/kernel/id'
import { VisitFormScreen } from '../../../features/care/visit-form-screen'
import { Gate } from '../../../features/session/gate'
import { useShop } from '../../../features/shop/queries'
import { useRouter } from '../../../platform/page'
import { backToVisits } from '../../../platform/routes'
import { readingOf } from '../../../platform/use-pages'
import { NotHere } from '../../../ui/listed'
import { Screen } from '../../../ui/screen'

/** The form names the shop; to whom that is closed, it is closed too. */
const FormOf = ({ shop }: { readonly shop: Id<'shop'> }) => {
  const read = useShop(shop)
  if (!read.data)
    return (
      <Screen>
        <NotHere {...readingOf(read)} />
      </Screen>
    )
  return (
    <VisitFormScreen
      shop={shop}
      shopName={read.data.name}
      onDone={() => {
        backToVisits(shop)
      }}
    />
  )
}

export default function VisitFormPage() {
  const { params } = useRouter()
  return (
    <Gate>
      <FormOf shop={asId<'shop'>(params['shop'] ?? '')} />
    </Gate>
  )
}
