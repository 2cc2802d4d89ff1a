// Only WeChat reads theme.json; the browser build takes the light values and restyles itself in app.scss.
const themed = process.env.TARO_ENV === 'weapp'
const value = (name: string, plain: string) => (themed ? `@${name}` : plain)

const tab = (pagePath: string, text: string, icon: string) => ({
  pagePath,
  text,
  iconPath: value(icon, `assets/tab/${icon}.png`),
  selectedIconPath: value(`${icon}On`, `assets/tab/${icon}-on.png`),
})

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/messages/index', 'pages/snap/index', 'pages/mine/index'],
  subPackages: [
    { root: 'packages/report', pages: ['list/index', 'detail/index'] },
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
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/report', 'packages/shop'] },
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
  tabBar: {
    color: value('tab', '#66716E'),
    selectedColor: value('tabOn', '#0B6B57'),
    backgroundColor: value('card', '#FFFFFF'),
    borderStyle: themed ? ('@tabBorder' as 'white') : 'white',
    list: [
      tab('pages/home/index', '首页', 'home'),
      tab('pages/messages/index', '消息', 'messages'),
      tab('pages/snap/index', '随手拍', 'snap'),
      tab('pages/mine/index', '我的', 'mine'),
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['chooseLocation'],
  __usePrivacyCheck__: true,
})
