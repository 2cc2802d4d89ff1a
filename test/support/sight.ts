import type { people, Things } from './seeded-life'

export type Person = keyof typeof people

/** One page as one person comes upon it. */
export interface Sight {
  /** as app.config names it */
  readonly route: string
  readonly person: Person
  /** what the picture is called; one route may have several */
  readonly name: string
  /** what follows the `?` of the address */
  readonly query: (things: Things) => string
  /** what is tapped once it has come up: exact words, or the first that are like it */
  readonly taps: readonly (string | RegExp)[]
  /** stands on the page once it has come up, and what is tapped was tapped */
  readonly sign: string
  /** shows skeletons for their own sake */
  readonly skeletons?: true
}

/** One page, by everybody who comes upon it, and what stands on it then. */
export const sights = (
  route: string,
  name: string,
  signs: Readonly<Partial<Record<Person, string>>>,
  query: (things: Things) => string = () => '',
  taps: Sight['taps'] = [],
): readonly Sight[] =>
  (Object.entries(signs) as [Person, string][]).map(([person, sign]) => ({
    route,
    name,
    person,
    sign,
    query,
    taps,
  }))
