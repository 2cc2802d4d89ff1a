import { openedSights } from './opened-sights'
import { sights, type Sight } from './sight'

const tabs: readonly Sight[] = [
  ...sights('pages/home/index', '首页', {
    visitor: '同意并继续',
    resident: '拍照反映',
    owner: '店铺资料',
    head: '我的店铺',
    grid: '待办反映',
    handler: '待办反映',
    street: '待办反映',
    clerk: '店铺',
    moderator: '投诉建议',
    assessor: '拍照反映',
    leader: '拍照反映',
    volunteer: '拍照反映',
    command: '区指挥部管理',
    newcomer: '拍照反映',
    twofold: '待办反映',
  }),
  ...sights('pages/messages/index', '消息', {
    resident: '消息',
    owner: '店长群',
    head: '消息',
    command: '消息',
  }),
  ...sights('pages/snap/index', '随手拍', {
    resident: '问题类型',
    grid: '我要反映',
    handler: '我要反映',
    command: '我要反映',
    newcomer: '先验证手机号',
  }),
  ...sights('pages/mine/index', '我的', {
    resident: '投诉建议',
    owner: '投诉建议',
    handler: '投诉建议',
    command: '区指挥部管理',
    newcomer: '写称呼',
    twofold: '现在以哪个身份办事',
  }),
]

const reports: readonly Sight[] = [
  ...sights('packages/report/list/index', '我的反映', { resident: '办理中' }, () => 'scope=mine'),
  ...sights(
    'packages/report/list/index',
    '待办',
    { grid: '办理中', handler: '办理中', command: '办理中' },
    () => 'scope=work',
  ),
  ...sights('packages/report/detail/index', '反映详情', { resident: '进展' }, (at) => `id=${at.ownReport}`),
  ...sights('packages/report/detail/index', '反映详情', { grid: '进展' }, (at) => `id=${at.gridReport}`),
  ...sights(
    'packages/report/detail/index',
    '反映详情',
    { handler: '进展' },
    (at) => `id=${at.handlerReport}`,
  ),
  ...sights('packages/report/detail/index', '反映详情', { command: '进展' }, (at) => `id=${at.anyReport}`),
  ...sights('packages/report/street/index', '我的街道', { resident: '正在办', newcomer: '请选街道' }),
  ...sights('packages/report/detail/index', '没有的反映', { resident: '回首页' }, () => 'id=nothing'),
]

const shops: readonly Sight[] = [
  ...sights('packages/shop/list/index', '我的店铺', { owner: '筛选' }, () => 'scope=mine'),
  ...sights('packages/shop/list/index', '包保店铺', { head: '家' }, () => 'scope=caseload'),
  ...sights('packages/shop/list/index', '全区店铺', { grid: '家', command: '家' }, () => 'scope=district'),
  ...sights('packages/shop/detail/index', '店铺详情', { owner: '从业人员' }, (at) => `id=${at.ownShop}`),
  ...sights(
    'packages/shop/detail/index',
    '店铺详情',
    { head: '从业人员', command: '从业人员' },
    (at) => `id=${at.shop}`,
  ),
  ...sights('packages/shop/edit/index', '改店铺资料', { owner: '保存' }, (at) => `id=${at.ownShop}`),
  ...sights('packages/shop/edit/index', '改店铺资料', { head: '保存' }, (at) => `id=${at.shop}`),
  ...sights('packages/shop/code/index', '店铺二维码', { owner: '二维码' }, (at) => `id=${at.ownShop}`),
  ...sights(
    'packages/shop/public/index',
    '店铺公示',
    { visitor: '这是我的店', resident: '投诉建议' },
    (at) => `code=${at.code}`,
  ),
  ...sights(
    'packages/shop/public/index',
    '错的二维码',
    { visitor: '没有找到' },
    () => 'code=0123456789abcdef',
  ),
  ...sights('packages/shop/claims/index', '店铺认领', {
    resident: '认领',
    owner: '认领',
    head: '核对',
    command: '认领',
  }),
]

const account: readonly Sight[] = [
  ...sights('packages/account/data/index', '账号与隐私', { resident: '马上删除', owner: '同意记录' }),
  ...sights('packages/account/terms/index', '隐私保护指引', { visitor: '联系我们' }, () => 'term=privacy'),
  ...sights('packages/account/terms/index', '用户协议', { visitor: '请这样用' }, () => 'term=agreement'),
  ...sights('packages/account/complain/index', '写投诉建议', { resident: '先选一项' }),
  ...sights('packages/account/complaints/index', '投诉建议', { resident: '投诉建议', grid: '投诉建议' }),
  ...sights(
    'packages/account/complaints/index',
    '待答复',
    { moderator: '答复', command: '答复' },
    () => 'scope=work',
  ),
]

const office: readonly Sight[] = [
  ...sights('packages/office/menu/index', '区指挥部管理', { command: '审计日志' }),
  ...sights('packages/office/roles/index', '岗位', { command: '包一片店铺' }),
  ...sights('packages/office/caseloads/index', '店长与店铺', {
    command: '还没有店长',
  }),
  ...sights('packages/office/caseloads/index', '店长与店铺', { resident: '不由您办理' }),
  ...sights('packages/office/move/index', '交接店铺', { command: '交给谁' }, (at) => `id=${at.caseload}`),
  ...sights('packages/office/handovers/index', '交接记录', { command: '取消这次交接' }),
  ...sights('packages/office/tree/index', '包保责任', { command: '展开' }),
  ...sights('packages/office/imports/index', '导入导出', { command: '导入表格' }),
  ...sights('packages/office/import/index', '一次导入', { command: '街道' }, (at) => `id=${at.importing}`),
  ...sights('packages/office/moderation/index', '内容审核', {
    moderator: '系统拿不准',
    command: '系统拿不准',
  }),
  ...sights('packages/office/moderation/index', '内容审核', { resident: '不由您办理' }),
  ...sights('packages/office/audit/index', '审计日志', { command: '冯晓岚' }),
]

const channels: readonly Sight[] = [
  ...sights(
    'packages/channel/chat/index',
    '和店长聊天',
    { owner: '健康证要到期了', head: '健康证要到期了' },
    (at) => `id=desk-${at.ownShop}`,
  ),
  ...sights('packages/channel/chat/index', '没有的聊天', { resident: '回首页' }, () => 'id=desk-nothing'),
  ...sights('packages/channel/find/index', '找消息', { owner: '查找' }, (at) => `id=desk-${at.ownShop}`),
  ...sights('packages/channel/questions/index', '待回复', { head: '去回复' }),
]

const circulars: readonly Sight[] = [
  ...sights(
    'packages/channel/circular/index',
    '须确认通知',
    { owner: '我知道了' },
    (at) => `id=${at.ownCircular}`,
  ),
  ...sights(
    'packages/channel/circular/index',
    '须确认通知',
    { head: '看谁确认了' },
    (at) => `id=${at.circular}`,
  ),
  ...sights('packages/channel/circular/index', '没有的通知', { resident: '回首页' }, () => 'id=nothing'),
  ...sights('packages/channel/circular-form/index', '发通知', { head: '能发到', command: '能发到' }),
  ...sights('packages/channel/circulars/index', '发过的通知', { head: '写一条通知', command: '写一条通知' }),
  ...sights(
    'packages/channel/circular-shops/index',
    '谁确认了',
    { head: '导出名单', command: '导出名单' },
    (at) => `id=${at.circular}`,
  ),
]

const library: readonly Sight[] = [
  ...sights('packages/library/list/index', '指南', {
    owner: '理发店毛巾',
    head: '理发店毛巾',
    command: '编写指南',
  }),
  ...sights(
    'packages/library/article/index',
    '一篇指南',
    { owner: '每天这样做', command: '撤下这一篇' },
    (at) => `id=${at.article}`,
  ),
  ...sights('packages/library/article/index', '没有的指南', { owner: '没有找到' }, () => 'id=nothing'),
  ...sights('packages/library/drafts/index', '编写指南', { command: '写一篇指南' }),
  ...sights('packages/library/editor/index', '写指南', { command: '先写标题' }),
  ...sights('packages/library/editor/index', '改指南', { command: '已发布' }, (at) => `id=${at.article}`),
  ...sights(
    'packages/library/faq/index',
    '存为常见问题',
    { head: '给哪些行业看' },
    (at) => `channel=${at.group}&seq=5`,
  ),
  ...sights('packages/library/canned/index', '话术', { head: '写一条话术', command: '写一条话术' }),
]

const care: readonly Sight[] = [
  ...sights('packages/care/guidance/index', '指导事项', { head: '确认完成' }),
  ...sights(
    'packages/care/guidance/index',
    '店里的指导事项',
    { owner: '做好了' },
    (at) => `shop=${at.ownShop}`,
  ),
  ...sights(
    'packages/care/guidance/index',
    '没有的指导事项',
    { resident: '不由您办理' },
    () => 'shop=nothing',
  ),
  ...sights(
    'packages/care/guidance-form/index',
    '转为指导事项',
    { head: '记为指导事项' },
    (at) =>
      `channel=desk-${at.ownShop}&seq=1&words=${encodeURIComponent('健康证要到期了')}&shop=${encodeURIComponent('清波理发店')}`,
  ),
  ...sights('packages/care/visits/index', '今天的路线', { head: '消毒柜怎么用' }),
  ...sights(
    'packages/care/visits/index',
    '店里的上门指导',
    { owner: '想换个时间' },
    (at) => `shop=${at.ownShop}`,
  ),
  ...sights('packages/care/visit-form/index', '约上门指导', { head: '哪一天' }, (at) => `shop=${at.shop}`),
  ...sights(
    'packages/care/visit-form/index',
    '不由您约',
    { resident: '不由您办理' },
    (at) => `shop=${at.shop}`,
  ),
  ...sights('packages/care/hardships/index', '困难台账', { head: '已帮上' }, () => 'scope=caseload'),
  ...sights(
    'packages/care/hardships/index',
    '店里的困难',
    { owner: '记一个困难' },
    (at) => `shop=${at.ownShop}`,
  ),
  ...sights('packages/care/group/index', '进店长群', { resident: '没有读到微信群' }),
  ...sights('packages/care/group/index', '先认领', { resident: '去认领店铺' }, () => 'opengid=looks-group'),
  ...sights('packages/care/hardships/index', '全区困难', { command: '资金' }, () => 'scope=district'),
]

/** Every state of every piece, in the browser's build alone. */
const gallery: readonly Sight[] = sights('packages/gallery/index/index', '组件', { resident: '组件' }).map(
  (sight) => ({ ...sight, skeletons: true }),
)

/** Every page of app.config, by who comes upon it. */
export const allSights: readonly Sight[] = [
  ...gallery,
  ...tabs,
  ...reports,
  ...shops,
  ...account,
  ...office,
  ...library,
  ...channels,
  ...circulars,
  ...care,
  ...openedSights,
]

export const titleOf = ({ name, person }: Sight): string => `${name}-${person}`

/** Every route of app.config, which Taro's build reads with this helper at hand. */
export const routesOfTheApp = async (): Promise<readonly string[]> => {
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  const { default: config } = await import('../../src/app.config')
  const parts = (config.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root}/${page}`),
  )
  return [...(config.pages ?? []), ...parts]
}
