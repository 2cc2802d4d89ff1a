import { Card } from '../../../ui/card'
import { Field } from '../../../ui/field'
import { Tappable } from '../../../ui/tappable'

/** Leads from 我的 and the home page into the office; the page shows it to command alone. */
export const OfficeEntry = ({ onTap }: { readonly onTap: () => void }) => (
  <Card>
    <Tappable label="区指挥部管理" role="link" onTap={onTap}>
      <Field name="区指挥部管理" value="岗位、店铺、数据" onward />
    </Tappable>
  </Card>
)
