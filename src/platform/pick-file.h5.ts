/** The browser's own picker; null where the person turned back. `kinds`: what it offers, all where absent. */
export const pickFile = (kinds?: string): Promise<File | null> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    if (kinds !== undefined) input.accept = kinds
    input.hidden = true
    const answer = () => {
      resolve(input.files?.[0] ?? null)
      input.remove()
    }
    input.addEventListener('change', answer)
    input.addEventListener('cancel', answer)
    document.body.append(input)
    input.click()
  })
