import type { ArticleTopic } from '#domain/article'
import type { WrittenArticle } from './library-texts'

export interface WrittenAnswer extends Omit<WrittenArticle, 'blocks' | 'key'> {
  readonly key: string
  readonly words: string
}

/** What owners of one head often ask: kept from answers, nobody named. */
export const faqs: readonly WrittenAnswer[] = [
  {
    key: 'faq-towel-count',
    title: '毛巾要准备几条才够？',
    topic: 'facilities',
    trades: [1],
    words: '每个座位三条以上，洗头和剪发分两种颜色。够周转就行，不看牌子。',
  },
  {
    key: 'faq-disinfection-log',
    title: '消毒记录忘写了，能补吗？',
    topic: 'disinfection',
    trades: null,
    words: '不补前面的，从今天起写：日期、消毒了什么、数量、谁做的。空着比编的好。',
  },
  {
    key: 'faq-certificate-expired',
    title: '员工健康证这周到期，体检还没约上怎么办？',
    topic: 'papers',
    trades: null,
    words: '先约上体检，把预约告诉店长；证没下来前，先做不接触顾客的活。体检车的日子看群里通知。',
  },
]

export interface WrittenPhrase {
  readonly of: 'district' | 'agency' | 'own'
  readonly topic: ArticleTopic
  readonly trades: readonly number[] | null
  readonly words: string
}

export const phrases: readonly WrittenPhrase[] = [
  {
    of: 'district',
    topic: 'other',
    trades: null,
    words: '{店名}您好，我是店长{店长}。收到了，我看一下，今天给您回话。',
  },
  {
    of: 'district',
    topic: 'other',
    trades: null,
    words: '这件事不归卫生这边管，请打 12345，说清{街道}和店名，会转到管的部门。',
  },
  {
    of: 'district',
    topic: 'papers',
    trades: null,
    words: '健康证一年一换。麻烦您把快到期的人的预约日期发我，我在店铺资料里帮您记上。',
  },
  {
    of: 'district',
    topic: 'licence',
    trades: null,
    words: '{行业}办卫生许可证可以先承诺、先拿证，60 天内补材料。您先拍一张平面图发我，我帮您看。',
  },
  {
    of: 'agency',
    topic: 'disinfection',
    trades: null,
    words: '消毒液按瓶身说明配，写上配制日期，当天用完；过期的不要用。',
  },
  {
    of: 'agency',
    topic: 'disinfection',
    trades: [1],
    words: '毛巾洗净后煮沸或蒸汽 15 分钟以上，干透放进带门的柜子，再写消毒记录。',
  },
  {
    of: 'agency',
    topic: 'hygiene',
    trades: [2],
    words: '床单被套一客一换，长住的一周一换；送洗的交接单请留着。',
  },
  {
    of: 'agency',
    topic: 'facilities',
    trades: [4, 5],
    words: '排风请在营业前半小时打开，没有窗的房间要一直开；安全出口不上锁。',
  },
  {
    of: 'own',
    topic: 'other',
    trades: null,
    words: '我这周去{街道}上门指导，不打分、不用签字。您哪天方便？',
  },
  {
    of: 'own',
    topic: 'hygiene',
    trades: null,
    words: '拍一张现在的样子发我就行，不用特意收拾，我告诉您先改哪一样。',
  },
]
