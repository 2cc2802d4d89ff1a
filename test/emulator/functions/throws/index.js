exports.main = (event) => {
  if (event.later)
    setTimeout(() => {
      throw new Error('later')
    }, 5)
  else throw new Error('at once')
  return new Promise(() => {})
}
