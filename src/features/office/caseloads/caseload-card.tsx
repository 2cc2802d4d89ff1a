import type { CaseloadView } from '#domain/contract/caseload'
import { Card } from '../../../ui/card'
import { Field, Hairline } from '../../../ui/field'
import { Tappable } from '../../../ui/tappable'
import { Text } from '../../../ui/text'
import { shopsWords } from '../shared/numbers'

interface Props {
  readonly view: CaseloadView
  /** of a cell's pool; empty for a head */
  readonly streetName: string
  readonly onDeputy: () => void
  readonly onHandOvers: () => void
}

/** Whose caseload this is, how many shops, and who stands in. */
export const CaseloadCard = ({ view, streetName, onDeputy, onHandOvers }: Props) => {
  const { name, agencyName, deputyName, shops, holder } = view
  const deputy = deputyName ?? '还没有'
  return (
    <Card
      title={streetName === '' ? name : `${streetName} ${name}`}
      aside={<Text as="strong">{shopsWords(shops)}</Text>}
    >
      {holder.kind === 'pool' && <Text as="small">这些店铺还没有店长，请在下面选一位。</Text>}
      {holder.kind === 'head' && shops === 0 && (
        <Text as="small">名下没有店铺，可以从别的店长交接过来。</Text>
      )}
      {agencyName !== null && <Text as="small">{agencyName}</Text>}
      {holder.kind === 'head' && (
        <>
          <Hairline />
          <Tappable label={`副店长：${deputy}`} onTap={onDeputy}>
            <Field name="副店长" value={deputy} onward />
          </Tappable>
        </>
      )}
      <Hairline />
      <Tappable label="交接记录" role="link" onTap={onHandOvers}>
        <Field name="交接记录" value="谁交给了谁" onward />
      </Tappable>
    </Card>
  )
}
