import type { ArticleTopic } from '#domain/article'
import type { Scene } from './drawings'

/** A block as it is written here: `#` a heading, `1.` steps, a scene a picture, anything else words. */
export type Written =
  string | { readonly steps: readonly string[] } | { readonly scene: Scene; readonly words: string }

export interface WrittenArticle {
  readonly key: string
  readonly title: string
  readonly topic: ArticleTopic
  /** by number, from 1; null: all of them */
  readonly trades: readonly number[] | null
  readonly blocks: readonly Written[]
}

const noted = '拿不准的，先在群里或单独问店长：先指导，聊天不作为扣分和处罚依据。'

/** Made-up guidance along the usual checklist; a district writes its own. */
export const guides: readonly WrittenArticle[] = [
  {
    key: 'hang-papers',
    title: '证照怎么挂，挂哪几样',
    topic: 'papers',
    trades: null,
    blocks: [
      '进门看得见、手够不着，过塑或放进证照框。',
      { scene: 'wall', words: '证照、等级和投诉电话挂在进门处' },
      '# 要挂的',
      {
        steps: [
          '营业执照。',
          '公共场所卫生许可证（食品店挂食品经营相关证）。',
          '卫生等级和检查日期。',
          '禁烟标识和投诉电话 12345。',
        ],
      },
      '健康证放进一个夹子，放在柜台，查的时候拿得出。',
      noted,
    ],
  },
  {
    key: 'health-certificates',
    title: '健康证：谁要办，什么时候换',
    topic: 'papers',
    trades: null,
    blocks: [
      '直接为顾客服务的人都要有，老板自己上手也要有。有效期一年。',
      {
        steps: [
          '到期前一个月看一遍，谁快到期先约体检。',
          '新人先办证再上岗，没有证先做不接触顾客的活。',
          '拿到新证，告诉店长改有效期；只登记编号和日期，不登记体检结果。',
        ],
      },
      '体检车来街道的日子，店长会在群里说。',
    ],
  },
  {
    key: 'towels-hair',
    title: '理发店毛巾：一客一换，分色放',
    topic: 'disinfection',
    trades: [1],
    blocks: [
      '每个座位准备三条以上，洗头和剪发用两种颜色，脏的不叠回去。',
      { scene: 'towels', words: '两种颜色的毛巾分开，干净的放进带门的柜子' },
      '# 每天这样做',
      {
        steps: [
          '用过的放进带盖的桶。',
          '洗净，再消毒：蒸汽或煮沸 15 分钟以上，或用消毒柜。',
          '干透后放进带门的柜子，柜上写「已消毒」。',
          '在消毒记录上写日期、数量和谁做的。',
        ],
      },
      '消毒柜通电、指示灯亮才算在用；当柜子放杂物不算。',
    ],
  },
  {
    key: 'tools-hair',
    title: '剪刀推子和头癣专用工具',
    topic: 'disinfection',
    trades: [1],
    blocks: [
      '理发工具一客一消毒；皮肤病顾客用单独的一套，装在贴了字的盒子里。',
      {
        steps: [
          '刷掉碎发，用清水冲洗。',
          '推子、剪刀用紫外线柜或 75% 酒精擦拭消毒。',
          '专用工具用完单独泡，不和别的混。',
        ],
      },
      '烫染间要有排风，开着才算。',
    ],
  },
  {
    key: 'cups-inn',
    title: '旅店杯具消毒三步',
    topic: 'disinfection',
    trades: [2, 4],
    blocks: [
      '杯具是重点项：不能在客房卫生间里洗。',
      { scene: 'basins', words: '一洗、二消、三冲，三个池各用各的' },
      {
        steps: [
          '一洗：在专用水池里刷净。',
          '二消：按说明配消毒液泡够时间，或进消毒柜。',
          '三冲：用净水冲，倒扣沥干。',
          '放进带门的保洁柜，记一笔消毒记录。',
        ],
      },
      '用一次性杯的，留好进货单；客人自带杯不用您消毒。',
    ],
  },
  {
    key: 'linen-inn',
    title: '床单被套：一客一换，长住每周换',
    topic: 'hygiene',
    trades: [2],
    blocks: [
      { scene: 'linen', words: '干净布草离地上架，脏布草进带盖的桶' },
      {
        steps: [
          '退房就换；长住的至少一周换一次。',
          '干净布草离地离墙，放在布草间或带门的柜里。',
          '送洗的要有交接单，写数量和日期。',
        ],
      },
      '布草间不放拖把、杂物和吃的。',
    ],
  },
  {
    key: 'bath-water',
    title: '浴池换水和禁浴提示',
    topic: 'hygiene',
    trades: [3],
    blocks: [
      '进门挂「传染性皮肤病和性病者请勿入浴」的提示，字要看得清。',
      {
        steps: [
          '浴池每天营业前清洗、消毒，再放新水。',
          '浴巾、浴服一客一换，洗净消毒后再用。',
          '修脚毛巾单独洗、单独放，用颜色分开。',
          '拖鞋用后刷洗，泡消毒液。',
        ],
      },
      '池水浑了就换，不等一天。',
    ],
  },
  {
    key: 'air-ktv',
    title: '歌舞厅、网吧：换气和禁烟',
    topic: 'facilities',
    trades: [4, 5],
    blocks: [
      '排风要一直开，风口每月擦一次；没有窗的房间更要开。',
      {
        steps: [
          '营业前开窗或开排风半小时。',
          '门口和每个房间贴禁烟标识，撤走烟灰缸。',
          '有人抽烟先劝；劝不住的打 12345。',
          '安全出口不上锁、不堆东西。',
        ],
      },
    ],
  },
  {
    key: 'wipe-net-cafe',
    title: '键盘鼠标耳机怎么擦，怎么记',
    topic: 'disinfection',
    trades: [5],
    blocks: [
      '客人下机就擦，不攒到晚上。',
      {
        steps: [
          '断电，用 75% 酒精棉片擦键盘、鼠标。',
          '耳机擦海绵套，破了就换。',
          '桌面、座椅扶手用消毒液擦。',
          '一天一行：日期、几台、谁擦的，写在擦拭记录上。',
        ],
      },
      '「未成年人禁止入内」的牌子挂在门口。',
    ],
  },
  {
    key: 'three-guards',
    title: '防蝇、防鼠、防尘：小店照着补',
    topic: 'facilities',
    trades: null,
    blocks: [
      {
        steps: [
          '门口挂门帘或装风幕，窗装纱窗。',
          '下水口加网盖，门缝不大于 6 毫米。',
          '垃圾桶带盖，当天清。',
          '杀虫剂、鼠药单独放，不和毛巾、吃的放一起。',
        ],
      },
      '门前三包：门口的纸屑、污水自己先扫。',
    ],
  },
  {
    key: 'small-catering',
    title: '小餐饮：生熟分开，餐具消毒',
    topic: 'disinfection',
    trades: [6],
    blocks: [
      {
        steps: [
          '刀、板、盆分生熟，各贴各的字，颜色分开更好。',
          '餐具一刮、二洗、三冲、四消毒、五保洁。',
          '进货票夹成一册，至少留到保质期后半年。',
          '废油交给有合同的收油方，每次记一笔。',
        ],
      },
      '用了添加剂要公示；不用的写「不使用」。',
    ],
  },
  {
    key: 'licence-first-steps',
    title: '办卫生许可证：先拿证，60 天内补材料',
    topic: 'licence',
    trades: [1, 2, 3, 4, 5],
    blocks: [
      '符合基本条件的，可以走告知承诺：签承诺，当场拿证，60 天内补齐材料并接受现场核查。',
      '# 先备好这几样',
      {
        steps: [
          '负责人身份证。',
          '店的位置图、平面图，卫生设施画在图上。',
          '卫生管理制度（店长有样本）。',
          '检测报告：可以先承诺，再补。',
        ],
      },
      '缺什么，店长帮您看；不影响办理时间。',
    ],
  },
]
