/** Any local person will do; what cannot be one, WeChat answers with 40003. */
export const isOpenid = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,128}$/.test(value)
