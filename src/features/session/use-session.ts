import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Guide, Session } from '#domain/contract/session'
import { call } from '../../platform/cloud'
import { valueOf } from '../../platform/outcome'
import { useAct } from '../../platform/use-act'
import { endFarewell } from './farewell'

/** Who the server says is calling; `live` queries are read again when the person's signal rises. */
export const useSession = () =>
  useQuery({
    queryKey: ['session'],
    queryFn: async () => valueOf(await call('session.open', {})),
    meta: { live: true },
  })

/** The session of somebody who has agreed; undefined for a visitor, and until it is known. */
export const usePerson = (): Session | undefined => {
  const { data } = useSession()
  return data?.kind === 'person' ? data : undefined
}

/** Agreeing opens everything that was closed to a visitor: all of it is asked for again. */
export const useAgreement = () => {
  const client = useQueryClient()
  return useAct(
    async ({ versions }: Guide) => {
      const outcome = await call('session.agree', versions)
      // Newer texts than those that were shown: the new ones come up, to be agreed to.
      if (outcome.kind === 'refused') await client.invalidateQueries({ queryKey: ['session'] })
      return outcome
    },
    async () => {
      endFarewell()
      await client.invalidateQueries()
    },
  )
}
