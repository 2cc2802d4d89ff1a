import { keepBlob } from './photo-store.h5'
import { pickFile } from './pick-file.h5'
import { randomKey } from './random-key'
import type { WorkbookChoice } from './workbook'

const kinds = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const chooseWorkbook = async (): Promise<WorkbookChoice> => {
  const file = await pickFile(kinds)
  if (file === null) return { kind: 'cancelled' }
  const id = randomKey()
  if (!(await keepBlob(id, file))) return { kind: 'failed' }
  return { kind: 'chosen', workbook: { id, name: file.name, size: file.size } }
}

export const workbookSource: 'chat' | 'disk' = 'disk'
