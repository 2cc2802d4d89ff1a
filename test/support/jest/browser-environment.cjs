const { TestEnvironment } = require('jest-environment-jsdom')

/** What browsers and Node have and jsdom lacks, or has in a form that Node's fetch refuses. */
const fromNode = {
  ...{ Headers, Request, Response, FormData, Blob, File: require('node:buffer').File },
  ...{ AbortController, AbortSignal, TextEncoder, TextDecoder, structuredClone },
}

/** jsdom with Node's fetch, which takes the page's relative addresses to the local cloud. */
class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup()
    Object.assign(this.global, fromNode)
    Object.defineProperty(this.global, 'crypto', { value: globalThis.crypto })
    this.global.fetch = (input, init) =>
      fetch(
        typeof input === 'string'
          ? new URL(input, process.env['LOCAL_CLOUD_URL'] ?? this.global.location.href)
          : input,
        init,
      )
  }
}

module.exports = BrowserEnvironment
