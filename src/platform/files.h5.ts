import { openWorkbook } from './download.h5'
import type { FileChoice } from './files'
import { keepBlob } from './photo-store.h5'
import { randomKey } from './random-key'

export type { FileChoice } from './files'

const pickFile = (): Promise<File | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
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

export const chooseFile = async (): Promise<FileChoice> => {
  const file = await pickFile()
  if (file === null) return { kind: 'cancelled' }
  const id = randomKey()
  if (!(await keepBlob(id, file))) return { kind: 'failed' }
  return { kind: 'chosen', id, name: file.name, bytes: file.size }
}

/** A browser saves it. */
export const openFile = openWorkbook
