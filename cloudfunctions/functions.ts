interface Trigger {
  readonly name: string
  readonly type: 'timer'
  /** seven fields: second minute hour day month weekday year */
  readonly config: string
}

/** How a function is deployed; the build writes its `config.json` from here and the local cloud obeys it. */
export interface FunctionSettings {
  readonly timeout: number
  readonly memory: number
  readonly openapi: readonly string[]
  readonly triggers: readonly Trigger[]
}

export const functionTable = {
  api: { timeout: 20, memory: 256, openapi: [], triggers: [] },
  jobs: {
    timeout: 60,
    memory: 256,
    openapi: [],
    triggers: [{ name: 'every-minute', type: 'timer', config: '0 * * * * * *' }],
  },
  hooks: { timeout: 20, memory: 256, openapi: [], triggers: [] },
} as const satisfies Record<string, FunctionSettings>
