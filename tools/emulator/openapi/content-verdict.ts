export interface ContentVerdict {
  readonly suggest: 'pass' | 'review' | 'risky'
  readonly label: number
}

const POLITICS = 20001
const CLEAN = 100

/** Content passes unless it holds a marker, so that each answer of the real check can be had at will. */
export function verdictOf(holds: (marker: string) => boolean): ContentVerdict {
  if (holds('#risky#')) return { suggest: 'risky', label: POLITICS }
  if (holds('#review#')) return { suggest: 'review', label: POLITICS }
  return { suggest: 'pass', label: CLEAN }
}

export const detailOf = ({ suggest, label }: ContentVerdict): readonly object[] => [
  { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 },
]
