import type { CloudBridge } from './cloud-bridge'

/** How WeChat's APIs are called: an object with callbacks, and a promise where there are none. */
interface Callbacks {
  readonly success?: (result: unknown) => void
  readonly fail?: (error: unknown) => void
  readonly complete?: (result: unknown) => void
}
type Options = Callbacks & Readonly<Record<string, unknown>>

export interface Navigator {
  readonly navigateTo: (url: string) => void
  readonly redirectTo: (url: string) => void
  readonly switchTab: (url: string) => void
  readonly reLaunch: (url: string) => void
  readonly navigateBack: () => void
}

interface Wx {
  readonly cloud: CloudBridge
  readonly navigator: Navigator
  /** the picture that camera and album give, whatever is asked */
  readonly photo?: Uint8Array
  /** where the place picker always points, GCJ-02 */
  readonly location?: { readonly longitude: number; readonly latitude: number; readonly name: string }
  /** told of each started call to the cloud with its promise, so that a test can wait for quiet */
  readonly onCall?: (name: string, data: unknown, done: Promise<unknown>) => void
  /** given how to tell a page's watch of a signal's number; answers how to end it */
  readonly onWatch?: (tell: (n: number) => void) => () => void
}

const answer = (options: Options | undefined, work: Promise<unknown>): Promise<unknown> | undefined => {
  if (!options?.success && !options?.fail && !options?.complete) return work
  void work.then(
    (result) => {
      options.success?.(result)
      options.complete?.(result)
    },
    (reason: unknown) => {
      const error = { errMsg: String(reason), errCode: -1 }
      options.fail?.(error)
      options.complete?.(error)
    },
  )
  return undefined
}

const ok = (options?: Options, result: object = {}) =>
  answer(options, Promise.resolve({ errMsg: 'ok', ...result }))

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

const device = {
  ...{
    platform: 'devtools',
    SDKVersion: '3.8.7',
    language: 'zh_CN',
    system: 'iOS 17',
    model: 'phone',
    brand: 'any',
  },
  ...{
    windowWidth: 375,
    windowHeight: 667,
    screenWidth: 375,
    screenHeight: 667,
    pixelRatio: 2,
    statusBarHeight: 20,
  },
  ...{
    fontSizeSetting: 17,
    theme: 'light',
    safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 },
  },
}

const launch = { path: '', query: {}, scene: 1001 }
const PHOTO = 'wxfile://tmp/photo-1.jpg'
const FILE = 'wxfile://tmp/file-1.docx'
const kept = (path: unknown) => String(path).replace('//tmp/', '//store/')

/** These succeed and show nothing a test looks at. */
const silent = [
  ...[
    'showToast',
    'hideToast',
    'showLoading',
    'hideLoading',
    'setNavigationBarTitle',
    'setNavigationBarColor',
  ],
  ...['setTabBarBadge', 'removeTabBarBadge', 'showTabBarRedDot', 'hideTabBarRedDot', 'setTabBarStyle'],
  ...[
    'previewImage',
    'makePhoneCall',
    'setClipboardData',
    'pageScrollTo',
    'vibrateShort',
    'stopPullDownRefresh',
  ],
]

/** A watched signal document: silent where nobody speaks for it. */
const watchable = (onWatch: Wx['onWatch']) => ({
  watch: ({ onChange }: { readonly onChange: (snapshot: object) => void }) => {
    const end = onWatch?.((n) => {
      onChange({ docs: [{ n }] })
    })
    return {
      close: () => {
        end?.()
        return Promise.resolve()
      },
    }
  },
})

/** Nothing is drawn here, so nothing has a size. */
const sizeless = () => {
  const query = {
    select: () => query,
    boundingClientRect: () => query,
    node: () => query,
    exec: (hear?: (found: readonly unknown[]) => void) => {
      hear?.([])
    },
  }
  return query
}

const nothing = (): undefined => undefined

const listeners = (): object =>
  Object.fromEntries(
    [
      'AppShow',
      'AppHide',
      'NetworkStatusChange',
      'ThemeChange',
      'WindowResize',
      'MemoryWarning',
      'NeedPrivacyAuthorization',
    ].flatMap((event) => [
      [`on${event}`, nothing],
      [`off${event}`, nothing],
    ]),
  )

/** The part of `wx` that the product uses; an API that is not here is missing, as on an old WeChat. */
export const createWx = ({
  cloud,
  navigator,
  photo = new Uint8Array(),
  location,
  onCall,
  onWatch,
}: Wx): object => {
  const stored = new Map<string, unknown>()
  const started = (name: string, data: unknown, work: Promise<unknown>) => {
    onCall?.(name, data, work)
    return work
  }
  const go = (move: Exclude<keyof Navigator, 'navigateBack'>) => (options: Options) => {
    navigator[move](String(options['url']))
    return ok(options)
  }
  const apis = {
    getSystemInfoSync: () => device,
    getAppBaseInfo: () => device,
    getWindowInfo: () => device,
    getDeviceInfo: () => device,
    canIUse: () => true,
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => stored.set(key, plain(value)),
    removeStorageSync: (key: string) => stored.delete(key),
    nextTick: (work: () => void) => void Promise.resolve().then(work),
    navigateTo: go('navigateTo'),
    redirectTo: go('redirectTo'),
    switchTab: go('switchTab'),
    reLaunch: go('reLaunch'),
    navigateBack: (options?: Options) => {
      navigator.navigateBack()
      return ok(options)
    },
    showModal: (options: Options) => ok(options, { confirm: true, cancel: false }),
    chooseLocation: (options: Options) =>
      location
        ? ok(options, location)
        : answer(options, Promise.reject(new Error('chooseLocation:fail cancel'))),
    chooseMedia: (options: Options) =>
      ok(options, {
        type: 'image',
        tempFiles: [{ tempFilePath: PHOTO, size: photo.length, fileType: 'image' }],
      }),
    chooseMessageFile: (options: Options) =>
      ok(options, { tempFiles: [{ path: FILE, name: '整改方案.docx', size: photo.length, type: 'file' }] }),
    createSelectorQuery: sizeless,
    getFileSystemManager: () => ({
      getFileInfo: (options: Options) => ok(options, { size: photo.length }),
      saveFile: (options: Options) => ok(options, { savedFilePath: kept(options['tempFilePath']) }),
      removeSavedFile: ok,
    }),
    cloud: {
      init: nothing,
      callFunction: (options: Options) => {
        const { name, data } = options
        const work = cloud
          .call(String(name), plain(data))
          .then((result) => ({ result, errMsg: 'cloud.callFunction:ok' }))
        return answer(options, started(String(name), plain(data), work))
      },
      uploadFile: (options: Options) => {
        const path = String(options['cloudPath'])
        const work = cloud.upload(path, photo).then((fileID) => ({ fileID, statusCode: 200 }))
        return answer(options, started('upload', options['filePath'], work))
      },
      database: () => ({ collection: () => ({ where: () => watchable(onWatch) }) }),
    },
  }
  return { ...apis, ...Object.fromEntries(silent.map((name) => [name, ok])), ...listeners() }
}
