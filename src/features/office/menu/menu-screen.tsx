import { Rows, RowLine } from '../../../ui/rows'
import { Screen } from '../../../ui/screen'

const entries = [
  ['roles', '岗位', '谁负责什么；开通、收回、查看电话'],
  ['caseloads', '店长与店铺', '每位店长多少家；交接店铺、定副店长'],
  ['handovers', '交接记录', '谁在什么时候交给了谁；取消计划'],
  ['tree', '包保责任', '区、街道、社区、网格的负责人'],
  ['imports', '导入导出', '用表格装入或取出数据'],
  ['moderation', '内容审核', '系统拿不准的消息，通过或不予显示'],
  ['audit', '审计日志', '谁在什么时候做了什么、为什么'],
] as const
export type OfficePage = (typeof entries)[number][0]

/** What the district command's office works with. */
export const OfficeMenuScreen = ({ onOpen }: { readonly onOpen: (page: OfficePage) => void }) => (
  <Screen>
    <Rows>
      {entries.map(([page, title, note]) => (
        <RowLine
          key={page}
          title={title}
          note={note}
          onTap={() => {
            onOpen(page)
          }}
        />
      ))}
    </Rows>
  </Screen>
)
