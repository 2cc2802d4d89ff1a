// Only WeChat reads theme.json; the browser build takes the light values and restyles itself in app.scss.
const themed = process.env.TARO_ENV === 'weapp'
const value = (name: string, plain: string) => (themed ? `@${name}` : plain)

const tab = (pagePath: string, text: string) => ({ pagePath, text })

/** Every piece of the design system in every state: for those who build, in the browser's build alone. */
const gallery = themed ? [] : [{ root: 'packages/gallery', pages: ['index/index'] }]

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/messages/index', 'pages/snap/index', 'pages/mine/index'],
  subPackages: [
    { root: 'packages/report', pages: ['list/index', 'detail/index', 'street/index'] },
    {
      root: 'packages/shop',
      pages: ['detail/index', 'list/index', 'public/index', 'claims/index', 'edit/index', 'code/index'],
    },
    {
      root: 'packages/account',
      pages: ['data/index', 'terms/index', 'complain/index', 'complaints/index'],
    },
    {
      root: 'packages/office',
      pages: [
        'menu/index',
        'roles/index',
        'caseloads/index',
        'move/index',
        'handovers/index',
        'tree/index',
        'imports/index',
        'import/index',
        'audit/index',
        'moderation/index',
      ],
    },
    {
      root: 'packages/channel',
      pages: [
        'chat/index',
        'find/index',
        'questions/index',
        'circular/index',
        'circular-form/index',
        'circulars/index',
        'circular-shops/index',
      ],
    },
    {
      root: 'packages/library',
      pages: ['list/index', 'article/index', 'drafts/index', 'editor/index', 'faq/index', 'canned/index'],
    },
    {
      root: 'packages/care',
      pages: [
        'guidance/index',
        'guidance-form/index',
        'visits/index',
        'visit-form/index',
        'hardships/index',
        'group/index',
      ],
    },
    ...gallery,
  ],
  preloadRule: {
    'pages/home/index': {
      network: 'all',
      packages: ['packages/report', 'packages/shop', 'packages/channel'],
    },
  },
  window: {
    // The browser build shows its bar only when asked; in WeChat this is how it is anyway.
    navigationStyle: 'default',
    navigationBarTitleText: '店长通',
    navigationBarBackgroundColor: value('bg', '#F5F6F4'),
    navigationBarTextStyle: themed ? '@textStyle' : 'black',
    backgroundColor: value('bg', '#F5F6F4'),
    backgroundTextStyle: 'dark',
  },
  // Drawn by the pages themselves (src/ui/tab-bar.tsx); WeChat still asks which pages are tabs, and in which colours.
  tabBar: {
    custom: true,
    color: '#66716E',
    selectedColor: '#0B6B57',
    backgroundColor: '#FFFFFF',
    list: [
      tab('pages/home/index', '首页'),
      tab('pages/messages/index', '消息'),
      tab('pages/snap/index', '随手拍'),
      tab('pages/mine/index', '我的'),
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['chooseLocation'],
  __usePrivacyCheck__: true,
})
