import { fieldProblem } from '../../tools/emulator/openapi/template-fields'

/** WeChat's table of what a value may be: [kind, taken, refused]. */
const limits: readonly (readonly [string, readonly (string | number)[], readonly (string | number)[]])[] = [
  ['thing', ['店', '字'.repeat(20), 'a1，。'], ['字'.repeat(21)]],
  ['number', [7, '12.5', '9'.repeat(32)], ['9'.repeat(33), '-1', '12a', '1.2.3']],
  ['letter', ['Ab', 'x'.repeat(32)], ['x'.repeat(33), 'a1', '汉']],
  ['symbol', ['+', '!@#￥%'], ['!@#$%^', 'a', '1']],
  ['character_string', ['No.12-A', 'x'.repeat(32)], ['x'.repeat(33), '编号1']],
  [
    'time',
    ['15:01', '2019年10月1日 15:01', '15:01~16:30', '2019-10-01 15:01:59'],
    ['25:00', '2019年10月1日'],
  ],
  [
    'date',
    ['2019年10月1日', '2019-10-01', '2019/10/01 15:01', '2019年10月1日~2019年10月3日'],
    ['10月1日', '15:01'],
  ],
  ['amount', ['¥100', '12.50元', '1234567890'], ['12345678901', '¥¥1', '一百']],
  ['phone_number', ['+86-0766-66888866', '13800138000'], ['1'.repeat(18), '电话']],
  ['car_number', ['粤A8Z888挂', '粤A88888'], ['粤A8Z88888', '粤A汉888']],
  ['name', ['张三', '汉'.repeat(10), 'John Smith'], ['汉'.repeat(11), 'x'.repeat(21), '张3']],
  ['phrase', ['配送中', '五个汉字呀'], ['六个汉字长了', 'ok', '好!']],
]

it.each(limits)('a %s is taken within its limit and refused beyond', (kind, taken, refused) => {
  const key = `${kind}1`
  const problemOf = (value: string | number) => fieldProblem({ [key]: { value } }, [key])
  expect(taken.map(problemOf)).toEqual(taken.map(() => undefined))
  expect(refused.map(problemOf)).toEqual(refused.map(() => `argument invalid! data.${key}.value invalid`))
})
