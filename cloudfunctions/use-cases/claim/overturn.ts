import type { UseCase } from '../call'
import { moveClaim } from './move'

export const overturnClaim: UseCase<'claim.overturn'> = (input, call) => moveClaim('overturn', input, call)
