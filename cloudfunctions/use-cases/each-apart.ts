/** One after the other; one that fails is told of and stands in nobody's way. How many were done. */
export const eachApart = async <T>(
  things: readonly T[],
  run: (thing: T) => Promise<unknown>,
): Promise<number> => {
  let done = 0
  for (const thing of things)
    try {
      await run(thing)
      done += 1
    } catch (error) {
      console.error('left for the next time', error)
    }
  return done
}
