import type { UseCase } from '../call'
import { moveClaim } from './move'

export const confirmClaim: UseCase<'claim.confirm'> = (input, call) => moveClaim('confirm', input, call)
