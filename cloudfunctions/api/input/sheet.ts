import { z } from 'zod'

import type { SheetEndpoints } from '#domain/contract/sheet'
import { exportKinds, sheetKinds } from '#domain/sheet'

import { cursor, idOf, key, reason, uploaded, version, type Inputs } from './parts'

const kind = z.enum(sheetKinds)
const id = idOf<'import'>()

export const sheetInputs: Inputs<keyof SheetEndpoints> = {
  'import.template': z.strictObject({ kind }),
  'import.start': z.strictObject({ ...uploaded, kind, key }),
  'import.commit': z.strictObject({ id, version }),
  'import.cancel': z.strictObject({ id, version }),
  'import.list': z.strictObject({ cursor }),
  'import.read': z.strictObject({ id }),
  'import.problems': z.strictObject({ id, cursor }),
  'export.start': z.strictObject({
    kind: z.enum(exportKinds),
    of: id.nullable(),
    clear: z.boolean(),
    why: reason,
    key,
  }),
  'export.read': z.strictObject({ id: idOf<'export'>() }),
  'export.open': z.strictObject({ id: idOf<'export'>() }),
}
