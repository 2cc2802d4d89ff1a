import { randomKey } from './random-key'

const NAME = 'local-openid'

/** Who the browser build calls as: the person chosen in this tab, else in this browser, else a new visitor. */
export const localOpenid = (): string => {
  const chosen = window.sessionStorage.getItem(NAME) ?? window.localStorage.getItem(NAME)
  if (chosen !== null) return chosen
  const visitor = `visitor-${randomKey()}`
  window.localStorage.setItem(NAME, visitor)
  return visitor
}
