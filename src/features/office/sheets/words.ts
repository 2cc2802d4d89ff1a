import type { ImportView } from '#domain/contract/sheet'
import type { CellFault, ExportKind, ImportStatus, SheetFailure, SheetKind } from '#domain/sheet'
import type { Tone } from '../../../ui/chip'
import type { IconName } from '../../../ui/icon'
import { figure } from '../shared/numbers'

export const kindWords: Record<SheetKind, string> = {
  streets: '街道',
  cells: '网格',
  departments: '部门',
  people: '人员',
  shops: '店铺',
  assignments: '包保分配',
}

/** What must be there before it. */
export const kindNotes: Record<SheetKind, string> = {
  streets: '本区有哪些街道',
  cells: '每个街道有哪些网格；先导入街道',
  departments: '处理反映的有哪些部门',
  people: '谁在什么岗位；先导入街道、网格和部门',
  shops: '店铺台账；先导入网格',
  assignments: '哪家店归哪位店长；先导入人员和店铺',
}

export const exportWords: Record<Exclude<ExportKind, 'problems'>, string> = {
  ...kindWords,
  staff: '从业人员',
  caseloads: '店长与店铺',
  tree: '包保责任',
  claims: '店铺认领',
  reports: '反映',
  complaints: '投诉建议',
  imports: '导入记录',
  audit: '审计日志',
  handovers: '交接记录',
}

export const statusMark = (
  status: ImportStatus,
): { readonly tone: Tone; readonly icon: IconName; readonly word: string } => {
  switch (status.kind) {
    case 'checking':
      return { tone: 'info', icon: 'clock', word: '正在检查' }
    case 'checked':
      return { tone: 'warn', icon: 'list', word: '等您确认' }
    case 'running':
      return { tone: 'info', icon: 'clock', word: '正在导入' }
    case 'done':
      return { tone: 'good', icon: 'check', word: '已导入' }
    case 'cancelled':
      return { tone: 'mute', icon: 'close', word: '已取消' }
    case 'failed':
      return { tone: 'bad', icon: 'warn', word: '没有读成' }
  }
}

/** Why the workbook as a whole was not read, and what to do. */
export const failedWords = (code: SheetFailure, columns: readonly string[]): string => {
  switch (code) {
    case 'not-a-workbook':
      return '这个文件不是 Excel 表格（.xlsx），请另存为 .xlsx 再导入。'
    case 'no-sheet':
      return '文件里没有能读的工作表，请用模板填写后再导入。'
    case 'columns-missing':
      return `缺少这些列：${columns.join('、')}。请照模板补上列名再导入。`
    case 'too-many-rows':
      return '行数太多，一次最多 20,000 行，请分成几个文件导入。'
    case 'too-many-columns':
      return '列数太多，一次最多 100 列，请删掉不用的列再导入。'
    case 'empty':
      return '表格里没有数据，请填写后再导入。'
    case 'gave-up':
      return '试了几次都没有读完，请稍后重新导入；一直不行请联系管理人员。'
  }
}

/** What is wrong with a cell, and what would be right. */
export const faultWords: Record<CellFault, string> = {
  missing: '没有填，这一列必须填',
  'too-long': '太长了，请写短一些',
  'not-a-number': '不是数字，请只填数字',
  'out-of-range': '数字太大或太小，请核对',
  'not-a-day': '不是日期，请写成 2028-11-23 这样',
  'not-a-phone': '不是手机号，请填 11 位手机号',
  'not-one-of': '不在可填的词里，请照模板说明填',
  unknown: '系统里没有这一项，请核对写法，或先导入它',
  ambiguous: '有几个同名的，分不清是哪个，请写全街道和网格',
  duplicate: '和前面的一行重复，请只留一行',
  'outside-remit': '这位店长的机构不管这个行业，请换一位店长',
  'too-many': '这位店长名下店铺已满，请分给别的店长',
  'holds-shops': '名下还有店铺，不能收回店长，请先交接店铺',
  'last-command': '这是最后一位区指挥部人员，请先给另一位开通',
  masked: '带星号的内容和系统里的对不上，请填完整',
}

export const rowsWords = (n: number): string => `${figure(n)} 行`

/** 「导入其余 7,863 行」: what commit would write, told from what stays out. */
export const commitWords = ({ added, changed, broken }: ImportView): string => {
  const writes = added + changed
  return broken > 0 ? `导入其余 ${rowsWords(writes)}` : `导入 ${rowsWords(writes)}`
}
