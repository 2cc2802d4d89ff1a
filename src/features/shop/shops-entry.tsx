import type { ReactNode } from 'react'
import { Card } from '../../ui/card'
import { Field, Hairline } from '../../ui/field'
import { Tappable } from '../../ui/tappable'

/** For those who look after shops of a place: the way to their list. */
export const ShopsEntry = ({
  onOpen,
  children,
}: {
  readonly onOpen: () => void
  readonly children: ReactNode
}) => (
  <Card>
    <Tappable label="店铺" role="link" onTap={onOpen}>
      <Field name="店铺" icon="shop" value="按街道、社区、行业找" onward />
    </Tappable>
    {children !== false && (
      <>
        <Hairline />
        {children}
      </>
    )}
  </Card>
)
