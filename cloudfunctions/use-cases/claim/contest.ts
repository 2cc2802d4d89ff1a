import type { UseCase } from '../call'
import { moveClaim } from './move'

export const contestClaim: UseCase<'claim.contest'> = (input, call) => moveClaim('contest', input, call)
