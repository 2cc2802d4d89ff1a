import { become, refuse } from '#domain/kernel/result'

import type { UseCase } from '../call'
import { nameHolders } from '../caseload/names'
import { absentAmong, groupsOf, reachedIn } from './reached'

export const previewCircular: UseCase<'circular.preview'> = async ({ to, aim }, call) => {
  const groups = await groupsOf(to, 'circular.preview', call)
  if (!groups) return refuse('not-found')
  const reached = await reachedIn(groups, aim, call.now)
  const shops = reached.flatMap((one) => one.shops)
  const [absent, nameOf] = await Promise.all([
    absentAmong(shops),
    nameHolders(reached.map(({ caseload }) => caseload)),
  ])
  return become({
    shops: shops.length,
    absent: absent.size,
    groups: reached.map((one) => ({ headName: nameOf(one.caseload.holder).name, shops: one.shops.length })),
  })
}
