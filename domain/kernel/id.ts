declare const noun: unique symbol

/** A string that names one thing of one kind; an `Id<'report'>` can't stand for an `Id<'person'>`. */
export type Id<Noun extends string> = string & { readonly [noun]: Noun }

/** Gives a checked string its meaning. Only stores, schemas and builders call it. */
export const asId = <Noun extends string>(value: string): Id<Noun> => value as Id<Noun>
