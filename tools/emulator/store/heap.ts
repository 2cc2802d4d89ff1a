/** A binary heap: the item that comes before all others is always at hand. */
export class Heap<T> {
  readonly #items: T[] = []
  readonly #before: (a: T, b: T) => boolean

  constructor(before: (a: T, b: T) => boolean) {
    this.#before = before
  }

  first(): T | undefined {
    return this.#items[0]
  }

  push(item: T): void {
    this.#items.push(item)
    let at = this.#items.length - 1
    while (at > 0 && this.#swap(at, (at - 1) >> 1)) at = (at - 1) >> 1
  }

  takeFirst(): T | undefined {
    const first = this.#items[0]
    const last = this.#items.pop()
    if (last === undefined || this.#items.length === 0) return first
    this.#items[0] = last
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      const child = this.#comesBefore(right, left) ? right : left
      if (!this.#swap(child, at)) return first
      at = child
    }
  }

  /** Swaps the two places when the first must come before the second. */
  #swap(one: number, other: number): boolean {
    if (!this.#comesBefore(one, other)) return false
    const [a, b] = [this.#items[one] as T, this.#items[other] as T]
    this.#items[one] = b
    this.#items[other] = a
    return true
  }

  #comesBefore(one: number, other: number): boolean {
    if (one >= this.#items.length || other >= this.#items.length) return false
    return this.#before(this.#items[one] as T, this.#items[other] as T)
  }
}
