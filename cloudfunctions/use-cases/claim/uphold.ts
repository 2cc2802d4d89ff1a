import type { UseCase } from '../call'
import { moveClaim } from './move'

export const upholdClaim: UseCase<'claim.uphold'> = (input, call) => moveClaim('uphold', input, call)
