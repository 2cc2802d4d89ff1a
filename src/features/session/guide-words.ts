import type { IconName } from '../../ui/icon'

interface Section {
  readonly title: string
  readonly icon: IconName
  readonly lines: readonly string[]
}

/** The two texts in short, as 个人信息保护法 art. 17 asks: clear, complete, in plain words; the whole texts are one tap away. */
export const guideWords = {
  title: '使用前请看一下',
  opening: '看到问题拍一张，店铺有事问店长。用之前，先说清楚会用到您的哪些信息。您点同意之前，什么都不记录。',
  againTitle: '说明有更新',
  again: '《隐私保护指引》或《用户协议》有更新。请看过后继续使用，您的事情都还在。',
  left: '账号已注销，姓名、手机号、头像、微信标识已全部删除。再次使用会是一个新的账号。',
  without: '不同意也可以扫店铺二维码看公示，或打 12345 反映问题。',
  sections: [
    {
      title: '用到什么，为什么',
      icon: 'list',
      lines: [
        '微信标识：下次打开还能看到自己的事。',
        '称呼、头像：由您自己填，可以不填。',
        '手机号：反映问题、办店铺的事时需要，您点了才验证。',
        '照片、文字、地点：您反映问题或办事时自己提交的。位置只在您点选时使用，不记录行踪。',
      ],
    },
    {
      title: '谁能看到',
      icon: 'person',
      lines: [
        '对外不显示您是谁。只有负责回访的人能看电话，每次查看有记录；店主和店长看不到反映人。',
        '照片会去掉拍摄地点和手机信息再保存。',
      ],
    },
    {
      title: '保存多久',
      icon: 'clock',
      lines: [
        '办理记录按档案要求保存。',
        '您随时可以在「我的」里下载自己的信息，或者注销：姓名、手机号、头像、微信标识马上删除，依法要留的记录不再显示您是谁。',
      ],
    },
  ] satisfies readonly Section[],
} as const
