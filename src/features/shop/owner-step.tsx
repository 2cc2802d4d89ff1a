import type { ShopView } from '#domain/contract/shop'
import type { Instant } from '#domain/kernel/instant'
import { pillars } from '#domain/shop'
import { serverNow } from '../../platform/server-clock'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chip } from '../../ui/chip'
import { Notice } from '../../ui/notice'
import { Row } from '../../ui/row'
import { Text } from '../../ui/text'
import { mostUrgent, validityOf, type Validity } from './validity'
import { licenceWords, pillarWords } from './words'

interface Step {
  readonly title: string
  readonly words: string
  readonly mark: Pick<Validity, 'tone' | 'icon' | 'word'>
}

const askWhom = ({ head }: ShopView): string => (head ? '问店长' : '打 12345')

const ofLicence = (shop: ShopView, now: Instant): Step | null => {
  const licence = mostUrgent(shop.licences, now)
  if (!licence) return null
  const mark = validityOf(licence.until, now, '换证')
  return {
    title: `换证：${licenceWords[licence.kind]}`,
    words: `${mark.todo}。来不及或不清楚，请${askWhom(shop)}。`,
    mark,
  }
}

const ofStaff = (shop: ShopView, now: Instant): Step | null => {
  const due = shop.staff
    .map(({ name, certificate }) => ({
      name,
      mark: certificate && validityOf(certificate.until, now, '换证'),
    }))
    .filter(({ mark }) => mark === null || mark.due)
  const [first] = due
  if (!first) return null
  const names = due.length > 1 ? `${first.name}等 ${String(due.length)} 人` : first.name
  const mark = first.mark ?? ({ tone: 'warn', icon: 'warn', word: '没有健康证' } as const)
  return { title: `健康证：${names}`, words: '体检合格后，在店铺资料里填上新证。', mark }
}

const ofPillars = (shop: ShopView): Step | null => {
  const poor = pillars
    .filter((pillar) => shop.health[pillar] === 'attention')
    .map((pillar) => pillarWords[pillar])
  if (poor.length === 0) return null
  return {
    title: `改进：${poor.join('、')}`,
    words: `上次检查看到还有要改的地方；不清楚怎么改，请${askWhom(shop)}。`,
    mark: { tone: 'warn', icon: 'warn', word: '要注意' },
  }
}

interface Props {
  readonly shop: ShopView
  /** in words what else waits for the owner, further down; null: nothing */
  readonly waits: string | null
  readonly onOpen: () => void
}

/** What this shop's owner does next and by when: papers that end, then people, then what an inspection found. */
export const OwnerStep = ({ shop, waits, onOpen }: Props) => {
  const now = serverNow()
  const step = ofLicence(shop, now) ?? ofStaff(shop, now) ?? ofPillars(shop)
  if (!step)
    return waits === null ? (
      <Notice tone="info" icon="check" words="证照、健康证、检查都没有要您办的。" />
    ) : (
      <Notice tone="warn" icon="clock" words={waits} />
    )
  return (
    <Card>
      <Row apart wrap>
        <Text as="small">下一步 · 由您办理</Text>
        <Chip {...step.mark} />
      </Row>
      <Text as="title">{step.title}</Text>
      <Text>{step.words}</Text>
      <Button word="看店铺资料" onTap={onOpen} />
    </Card>
  )
}
