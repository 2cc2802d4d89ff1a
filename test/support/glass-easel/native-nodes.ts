import { glassEasel } from 'glass-easel-miniprogram-adapter'

type NativeNode = InstanceType<typeof glassEasel.NativeNode>

/** Attributes that stand by being there. */
const switches = /^(?:disabled|password|focus|checked|auto-focus)$/

/** Taro sets every attribute of a template, most of them to nothing; browsers take "undefined" for a word. */
export const adaptNativeNodes = (): void => {
  const { prototype } = glassEasel.NativeNode
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its node below
  const update = prototype.updateAttribute
  prototype.updateAttribute = function (this: NativeNode, name: string, value: unknown) {
    if (value === undefined || value === null || (switches.test(name) && value !== true)) {
      this.removeAttribute(name)
      return
    }
    const element = this.$$ as unknown
    if (name === 'value' && (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) {
      if (typeof value === 'string' && element.value !== value) element.value = value
      return
    }
    update.call(this, name, value)
  }
}

/** Events of the browser in WeChat's words: what a field holds stands in the detail. */
export const detailOf = (type: string, detail: unknown, event: unknown): unknown => {
  const target = event instanceof Event ? event.target : null
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  if (!isField || !/^(?:input|change|blur|focus)$/.test(type)) return detail
  return { value: target.value, cursor: target.selectionStart ?? 0 }
}
