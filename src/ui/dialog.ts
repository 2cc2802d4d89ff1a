/** What a panel over the page needs of a keyboard; WeChat has none, and its screen readers find the panel by its role. */
export const useDialog: (onClose: (() => void) | null) => Readonly<Record<string, unknown>> = () => ({})
