/** Who says a line: the head, one of the group's owners by number, or at a desk the shop's owner. */
type Voice = 'head' | number

/** When: so many working days ago at a time of day, or so many minutes before the seed is sown. */
type When = readonly [days: number, time: string] | number

export interface WrittenLine {
  readonly by: Voice
  readonly when: When
  readonly words?: string
  /** key of an article that is sent */
  readonly article?: string
  /** key of a question kept from an answer, as the system says it */
  readonly faq?: string
  /** a picture, and how many */
  readonly pictures?: number
  /** the line it quotes, from 0 */
  readonly quote?: number
  readonly asks?: true
  readonly callsHead?: true
  readonly callsAll?: true
}

/** The group of one head over the last working days. */
export const groupLines: readonly WrittenLine[] = [
  {
    by: 'head',
    when: [5, '09:02'],
    words: '各位老板早。这周我去迎春和中兴两个街道上门指导，不打分、不用签字，有难处直接说。',
    callsAll: true,
  },
  { by: 0, when: [5, '09:10'], words: '店长来我这儿看看排风吧，开了还是有味。' },
  {
    by: 'head',
    when: [5, '09:14'],
    words: '好，周三上午到您那儿。先把风口的灰擦一遍，多半是堵了。',
    quote: 1,
  },
  { by: 2, when: [5, '10:31'], words: '毛巾到底要准备几条？隔壁说要一百条。', asks: true },
  { by: 'head', when: [5, '10:52'], words: '不用那么多。每个座位三条以上，两种颜色，够周转就行。', quote: 3 },
  { by: 'head', when: [5, '10:53'], faq: 'faq-towel-count' },
  { by: 2, when: [5, '10:55'], words: '那我再买六条就够了，谢谢。' },
  { by: 'head', when: [4, '08:45'], article: 'towels-hair' },
  { by: 'head', when: [4, '08:46'], words: '理发美容的老板照这篇看一遍，图上是柜子怎么摆。' },
  { by: 5, when: [4, '11:20'], words: '消毒记录本哪里领？我那本写完了。', callsHead: true },
  {
    by: 'head',
    when: [4, '11:31'],
    words: '社区服务站有，也可以自己拿本子画四栏：日期、消毒了什么、数量、谁做的。',
    quote: 9,
  },
  { by: 7, when: [4, '14:05'], words: '前几天忘写了，现在补上行吗？', asks: true },
  { by: 'head', when: [4, '14:22'], words: '不补前面的，从今天起写。空着比编的好。', quote: 11 },
  { by: 'head', when: [4, '14:24'], faq: 'faq-disinfection-log' },
  { by: 1, when: [3, '09:40'], pictures: 2 },
  { by: 1, when: [3, '09:41'], words: '杯子和毛巾这样分开放可以吗？' },
  { by: 'head', when: [3, '09:58'], words: '可以，门关上，柜子上再贴个「已消毒」。', quote: 15 },
  { by: 9, when: [3, '15:12'], words: '员工健康证这周到期，体检还没约上，怎么办？', asks: true },
  {
    by: 'head',
    when: [3, '15:30'],
    words: '先约，约好告诉我；证下来前先做不接触顾客的活。体检车下周到中兴街道，具体哪天我在群里说。',
    quote: 17,
  },
  { by: 'head', when: [3, '15:33'], faq: 'faq-certificate-expired' },
  { by: 9, when: [3, '15:36'], words: '好的，今天就打电话约。' },
  { by: 'head', when: [2, '08:50'], article: 'three-guards' },
  { by: 3, when: [2, '09:20'], words: '门帘装好了，纱窗师傅说后天来。' },
  { by: 'head', when: [2, '09:26'], words: '好，不急，装好拍一张给我就行。', quote: 22 },
  { by: 11, when: [1, '10:02'], words: '许可证下个月到期，是不是要提前办？', callsHead: true },
  {
    by: 'head',
    when: [1, '10:19'],
    words: '要。到期前一个月就能办，材料多半不用重交。看下面这篇，缺什么我帮您看。',
    quote: 24,
  },
  { by: 'head', when: [1, '10:20'], article: 'licence-first-steps' },
  {
    by: 'head',
    when: [1, '16:30'],
    words: '体检车定在下周二上午，中兴街道文化广场，带身份证。要去的在群里说一声。',
    callsAll: true,
  },
  { by: 4, when: [1, '16:41'], words: '我们店去两个人。' },
  { by: 12, when: 42, words: '体检要不要空腹？有人说不用。', asks: true },
]

/** At one shop's desk, by the number of its trade; the last is for any other. */
export const deskLines: Readonly<Record<string, readonly WrittenLine[]>> = {
  't-1': [
    { by: 0, when: [4, '13:40'], words: '店长，我这儿有个顾客头皮破了，工具要不要单独？' },
    { by: 'head', when: [4, '13:52'], words: '要。用那套专用的，用完单独泡，盒子上贴「专用」。' },
    { by: 'head', when: [4, '13:53'], article: 'tools-hair' },
    { by: 0, when: [4, '14:10'], words: '照着做了，谢谢。' },
    { by: 0, when: [1, '15:05'], pictures: 1 },
    { by: 0, when: [1, '15:06'], words: '消毒柜指示灯不亮了，是不是坏了？' },
    {
      by: 'head',
      when: [1, '15:24'],
      words: '先换个插座试。还不亮就先用煮的，15 分钟以上；修好之前不算您没消毒，记录照写。',
      quote: 5,
    },
    { by: 0, when: [1, '15:31'], words: '换了插座就好了。' },
  ],
  't-2': [
    { by: 0, when: [3, '10:11'], words: '长住的客人不让进屋换床单，怎么办？' },
    {
      by: 'head',
      when: [3, '10:30'],
      words: '跟客人约好一周一次，把干净的放门口，请客人自己换也算，记一笔就行。',
      quote: 0,
    },
    { by: 'head', when: [3, '10:31'], article: 'linen-inn' },
    { by: 0, when: 35, words: '洗涤公司的交接单丢了一张，要紧吗？' },
  ],
  't-3': [
    { by: 0, when: [5, '14:20'], words: '池子天天换水水费受不了，能隔天吗？' },
    {
      by: 'head',
      when: [5, '14:41'],
      words: '浴池要每天清洗消毒换新水。可以早上放水、分两池，人少时只开一池。',
    },
    { by: 'head', when: [5, '14:42'], article: 'bath-water' },
    { by: 0, when: [5, '14:50'], words: '行，那我平时只开小池。' },
  ],
  't-4': [
    { by: 0, when: [2, '13:15'], words: '包房没窗，排风一直开电费高。' },
    {
      by: 'head',
      when: [2, '13:33'],
      words: '营业时间开着，打烊关。风口擦干净能省一些，我周四路过帮您看一眼。',
      quote: 0,
    },
    { by: 0, when: [2, '13:36'], words: '好嘞。' },
  ],
  't-5': [
    { by: 0, when: [2, '16:02'], words: '耳机套破了还能用吗？换一批要三百多。' },
    { by: 'head', when: [2, '16:20'], words: '破的先换，不用一次换完。没破的用酒精棉片擦，下机就擦。' },
    { by: 'head', when: [2, '16:21'], article: 'wipe-net-cafe' },
  ],
  other: [
    { by: 0, when: [4, '09:30'], words: '我想扩一间，许可证要重办吗？' },
    {
      by: 'head',
      when: [4, '09:55'],
      words: '面积变了要办变更，不用重办。您把新平面图拍给我，我先帮您看看，不影响办理时间。',
      quote: 0,
    },
    { by: 0, when: [4, '10:20'], pictures: 1 },
    { by: 'head', when: [4, '11:05'], words: '图可以。把洗手池和排风画上去，就能交了。' },
    { by: 0, when: [4, '11:08'], words: '明白了。' },
  ],
}
