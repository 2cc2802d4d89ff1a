import { openWorkbook } from './download.h5'
import type { HandedOver } from './hand-over'

export const handOver = async (url: string, name: string): Promise<HandedOver> =>
  (await openWorkbook(url, name)) ? 'done' : 'failed'

export const handOverWord = '下载文件'
