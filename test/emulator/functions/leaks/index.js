/** Never lets go: numbers in one array, objects in a map, one long text. */
exports.main = ({ what }) => {
  const kept = []
  const map = new Map()
  for (let n = 0; ; n++) {
    if (what === 'numbers') kept.push(n)
    else if (what === 'objects') map.set(n, { n })
    else kept.push(new Array(1e6).fill(n))
  }
}
