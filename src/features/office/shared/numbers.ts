/** 7863 → 「7,863」; Intl is not everywhere on phones. */
export const figure = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

export const shopsWords = (n: number): string => `${figure(n)} 家`
