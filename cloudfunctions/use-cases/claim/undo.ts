import type { UseCase } from '../call'
import { moveClaim } from './move'

export const undoClaim: UseCase<'claim.undo'> = (input, call) => moveClaim('undo', input, call)
