import { maskName, maskPhone } from '../person'

const masks = { name: maskName, phone: maskPhone } as const

/**
 * What a cell says where an export may have masked it: a text with stars stands for what is known, if that looks alike
 * under the mask. Null: it stands for nothing. A blank or absent cell stays what it is.
 */
export const behindMask = <T extends string | null | undefined>(
  as: keyof typeof masks,
  text: T,
  known: string | null,
): { readonly means: T | string } | null => {
  if (typeof text !== 'string' || !text.includes('*')) return { means: text }
  return known !== null && masks[as](known) === text ? { means: known } : null
}
