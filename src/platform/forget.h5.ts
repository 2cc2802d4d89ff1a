import { localOpenid } from './local-person.h5'

/** Only this person's shelf: a browser may hold several made-up persons. */
export const forgetPerson = (): void => {
  const own = `${localOpenid()}:`
  for (const name of Object.keys(window.localStorage))
    if (name.startsWith(own)) window.localStorage.removeItem(name)
}
