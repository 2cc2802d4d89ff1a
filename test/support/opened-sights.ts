import { sights, type Person, type Sight } from './sight'
import type { Things } from './seeded-life'

/** By what the picture is called: who taps what on the page, one after the other, and what stands there then. */
type Opened = Readonly<Record<string, readonly [Person, Sight['taps'], string]>>

const openedOn = (route: string, query: (things: Things) => string, opened: Opened): readonly Sight[] =>
  Object.entries(opened).flatMap(([name, [person, taps, sign]]) =>
    sights(route, name, { [person]: sign }, query, taps),
  )

const asIs = () => ''

const tabs: readonly Sight[] = [
  ...openedOn('pages/snap/index', asIs, {
    我要反映: ['handler', ['我要反映'], '问题类型'],
    选在哪里: ['resident', ['在哪里'], '确定'],
  }),
  ...openedOn('pages/mine/index', asIs, {
    改称呼: ['resident', ['改称呼'], '怎么称呼您'],
    写手机号: ['newcomer', ['验证手机号'], '验证这个号码'],
  }),
]

const account: readonly Sight[] = [
  ...openedOn('packages/account/data/index', asIs, { 注销: ['resident', ['注销账号'], '确定注销吗'] }),
  ...openedOn('packages/account/complain/index', asIs, { 写建议: ['resident', ['提建议'], '先写一句'] }),
  ...openedOn('packages/account/complaints/index', () => 'scope=work', {
    答复: ['moderator', ['答复'], '发出答复'],
  }),
]

const reports: readonly Sight[] = [
  ...openedOn('packages/report/detail/index', (at) => `id=${at.sentReport}`, {
    分派: ['grid', ['分派'], '分派给处置部门'],
    不受理: ['grid', ['不受理'], '原因和办法都要写'],
    举报: ['command', ['举报'], '内容不实'],
  }),
  ...openedOn('packages/report/detail/index', (at) => `id=${at.startedReport}`, {
    标记已处理: ['handler', ['标记已处理'], '先拍一张处理后的照片'],
  }),
  ...openedOn('packages/report/detail/index', (at) => `id=${at.fixedReport}`, {
    解决了: ['resident', ['解决了'], '非常满意'],
    没解决: ['resident', ['没解决'], '请重新办理'],
  }),
]

const shops: readonly Sight[] = [
  ...openedOn('packages/shop/list/index', () => 'scope=district', {
    选街道: ['command', ['筛选', '街道'], '确定'],
  }),
  ...openedOn('packages/shop/detail/index', (at) => `id=${at.ownShop}`, {
    加一个人: ['owner', ['加一个人'], '保存'],
    添加经办人: ['owner', ['添加经办人'], '姓名和手机号都要填'],
  }),
  ...openedOn('packages/shop/detail/index', (at) => `id=${at.shop}`, {
    查看电话: ['head', ['查看电话'], '先选一个原因，或写一句'],
    看到电话: ['head', ['查看电话', '约上门指导', '查看电话'], '已记录'],
  }),
  ...openedOn('packages/shop/public/index', (at) => `code=${at.code}`, {
    这是我的店: ['visitor', ['这是我的店'], '同意并继续'],
    认领前验证: ['newcomer', ['这是我的店'], '先验证手机号'],
    拍证照: ['grid', ['这是我的店'], '先拍一张证照'],
  }),
  ...openedOn('packages/shop/claims/index', asIs, {
    认领不通过: ['head', ['不通过'], '告诉对方不通过'],
    撤销认领: ['head', ['全部', '撤销认领'], '撤销并告诉对方'],
    退出店铺: ['owner', ['退出这家店'], '确认退出'],
  }),
]

const office: readonly Sight[] = [
  ...openedOn('packages/office/roles/index', asIs, {
    开通岗位: ['command', ['开通店长'], '先选所属机构'],
    一个岗位: ['command', [/^199\*/], '收回岗位'],
    收回岗位: ['command', [/^199\*/, '收回岗位'], '确认收回店长'],
  }),
  ...openedOn('packages/office/move/index', (at) => `id=${at.caseload}`, {
    副店长: ['command', ['副店长'], '店长不在班时'],
    交给谁: ['command', ['交给谁'], ' · 134 家'],
    选哪天: ['command', ['哪天生效'], '确定'],
    交接预览: ['command', ['街道', /街道 · \d+ 家/, '交给谁', /卫生监督所 · /, '先看看会怎样'], '确认交接'],
  }),
  ...openedOn('packages/office/moderation/index', asIs, {
    不予显示: ['moderator', ['不予显示'], '先选一项'],
  }),
  ...openedOn('packages/office/handovers/index', asIs, {
    取消交接: ['command', ['取消这次交接'], '先不取消'],
  }),
  ...openedOn('packages/office/imports/index', asIs, {
    导入表格: ['command', ['导入表格'], '先检查，不会马上写入'],
    导出: ['command', ['导出'], '准备表格'],
    导出完整电话: ['command', ['导出', '导出完整电话'], '先写一句为什么要完整电话'],
  }),
  ...openedOn('packages/office/audit/index', asIs, { 一条记录: ['command', [/开通了|登记了/], '什么时候'] }),
]

const byPersonAndDay = '按人、按日期找'

const channels: readonly Sight[] = [
  ...openedOn('packages/channel/find/index', (at) => `id=desk-${at.ownShop}`, {
    按人按日期: ['owner', [byPersonAndDay], '从哪一天'],
    谁说的: ['owner', [byPersonAndDay, '谁说的'], '店长'],
    从哪一天: ['owner', [byPersonAndDay, '从哪一天'], '确定'],
    我说的: ['owner', [byPersonAndDay, '谁说的', '我自己'], '健康证要到期了'],
    今天说的: ['owner', [byPersonAndDay, '从哪一天', '确定'], '健康证要到期了'],
  }),
  ...openedOn('packages/channel/find/index', (at) => `id=${at.group}`, {
    群里谁说的: ['head', [byPersonAndDay, '谁说的'], '我自己'],
  }),
]

const circulars: readonly Sight[] = [
  ...openedOn('packages/channel/circular-form/index', asIs, {
    选行业: ['head', ['行业'], '小旅店'],
    还缺什么: ['head', ['只发给还缺的'], '没有有效的健康证'],
    选店长群: ['command', ['发到哪些店长群'], '卫生监督所 · '],
    选了一个群: ['command', ['发到哪些店长群', /卫生监督所 · /], '选好了 1 个群'],
  }),
  ...openedOn('packages/channel/circular-shops/index', (at) => `id=${at.circular}`, {
    结束通知: ['head', ['结束'], '确认结束'],
    要打电话的: ['head', [/^未登录/], '请打电话告诉'],
  }),
  ...openedOn('packages/channel/circular/index', (at) => `id=${at.ownCircular}`, {
    自查没做到: ['owner', ['没做到'], '还有 2 条没选'],
  }),
]

const pieces: readonly Sight[] = openedOn('packages/gallery/index/index', asIs, {
  底部页: ['resident', ['打开底部页'], '不属于本区'],
}).map((sight) => ({ ...sight, skeletons: true }))

/** What a tap opens: each sheet, each wheel, each form. */
export const openedSights: readonly Sight[] = [
  ...tabs,
  ...account,
  ...reports,
  ...shops,
  ...office,
  ...channels,
  ...circulars,
  ...pieces,
]
