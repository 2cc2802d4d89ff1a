import { useState } from 'react'
import { asId } from '#domain/kernel/id'
import { AskCard } from '../../../features/claim/ask-card'
import { Gate } from '../../../features/session/gate'
import { PhoneField } from '../../../features/session/phone-field'
import { usePerson } from '../../../features/session/use-session'
import { PublicScreen } from '../../../features/shop/public-screen'
import { usePublicShop } from '../../../features/shop/queries'
import { openTab } from '../../../platform/navigation'
import { useRouter } from '../../../platform/page'
import { boardPath, toClaims, toComplaintForm } from '../../../platform/routes'
import { useShareCard } from '../../../platform/share'
import { codeFrom } from '../../../platform/shop-code'

const toHome = () => {
  openTab('home')
}

/** Reading is open to visitors; whoever says 「这是我的店」 agrees first. */
export default function ShopBoardPage() {
  const { params } = useRouter()
  const person = usePerson()
  const [asking, setAsking] = useState(false)
  // WeChat hands a code's scene over encoded.
  const code = asId<'shopCode'>(codeFrom(params['scene'] ?? params['code'] ?? ''))
  const { data: shop } = usePublicShop(code)
  useShareCard(shop === undefined ? null : { title: `${shop.name} · 店铺公示`, path: boardPath(code) })
  const reader = person === undefined ? 'visitor' : person.person.phone === null ? 'no-phone' : 'ready'
  const board = (
    <PublicScreen
      code={code}
      onComplain={toComplaintForm}
      onHome={toHome}
      claim={(shop) => (
        <AskCard
          code={code}
          claim={shop.claim}
          reader={reader}
          open={asking}
          onOpen={() => {
            setAsking(true)
          }}
          phone={<PhoneField phone={null} onOffers={toHome} />}
          onClaims={toClaims}
        />
      )}
    />
  )
  return asking ? <Gate>{board}</Gate> : board
}
