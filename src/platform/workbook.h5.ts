import { keepBlob } from './photo-store.h5'
import { randomKey } from './random-key'
import type { WorkbookChoice } from './workbook'

const kinds = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const pickFile = (): Promise<File | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = kinds
    input.hidden = true
    const answer = () => {
      resolve(input.files?.[0] ?? null)
      input.remove()
    }
    input.addEventListener('change', answer)
    input.addEventListener('cancel', answer)
    document.body.append(input)
    input.click()
  })

export const chooseWorkbook = async (): Promise<WorkbookChoice> => {
  const file = await pickFile()
  if (file === null) return { kind: 'cancelled' }
  const id = randomKey()
  if (!(await keepBlob(id, file))) return { kind: 'failed' }
  return { kind: 'chosen', workbook: { id, name: file.name, size: file.size } }
}

export const workbookSource: 'chat' | 'disk' = 'disk'
