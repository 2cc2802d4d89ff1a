import type { Stored } from '../cloud/database'

/** A stored document as the thing it is: `_id` is its `id`. The store's files say which thing, and drop lookup fields. */
export const thingFrom = ({ _id, ...fields }: Stored): unknown => ({ id: _id, ...fields })
