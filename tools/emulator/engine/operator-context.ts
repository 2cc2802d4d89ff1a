import { Context } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import * as windows from 'mingo/operators/window'
import { geoQueryOperators } from './geo/geo-query'
import { expressionOperators, stageOperators } from './pipeline-operators'
import type { QueryOperators } from './query-operators'
import { queryOperators } from './query-operators'

/** Ours, the geo operators and mingo's: of two operators with one name the first added is taken. */
export const operatorContext = Context.init()
  .addQueryOps(queryOperators)
  .addQueryOps(geoQueryOperators as unknown as QueryOperators)
  .addQueryOps({ ...queries })
  .addExpressionOps(expressionOperators)
  .addExpressionOps({ ...expressions })
  .addPipelineOps(stageOperators)
  .addPipelineOps({ ...stages })
  .addAccumulatorOps({ ...accumulators })
  .addProjectionOps({ ...projections })
  .addWindowOps({ ...windows })
