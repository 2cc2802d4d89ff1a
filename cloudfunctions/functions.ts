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
  api: {
    timeout: 20,
    memory: 256,
    openapi: [
      'phonenumber.getPhoneNumber',
      'wxacode.getUnlimited',
      'security.msgSecCheck',
      'security.mediaCheckAsync',
    ],
    triggers: [],
  },
  jobs: {
    timeout: 60,
    // a workbook of 32 MB unpacked, once as bytes and once as texts
    memory: 512,
    openapi: ['security.msgSecCheck', 'security.mediaCheckAsync'],
    triggers: [
      { name: 'every-minute', type: 'timer', config: '0 * * * * * *' },
      // Somebody waits for a dry run and then for the import: twice up to a minute would be most of the time it takes.
      { name: 'sheets', type: 'timer', config: '*/10 * * * * * *' },
    ],
  },
  hooks: { timeout: 20, memory: 256, openapi: [], triggers: [] },
} as const satisfies Record<string, FunctionSettings>
