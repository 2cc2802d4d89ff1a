import { openWorkbook } from './download.h5'
import type { FileChoice } from './files'
import { keepBlob } from './photo-store.h5'
import { pickFile } from './pick-file.h5'
import { randomKey } from './random-key'

export type { FileChoice } from './files'

export const chooseFile = async (largest: number): Promise<FileChoice> => {
  const file = await pickFile()
  if (file === null) return { kind: 'cancelled' }
  if (file.size > largest) return { kind: 'too-large' }
  const id = randomKey()
  if (!(await keepBlob(id, file))) return { kind: 'failed' }
  return { kind: 'chosen', id, name: file.name, bytes: file.size }
}

/** A browser saves it. */
export const openFile = openWorkbook
