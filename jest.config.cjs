const defineJestConfig = require('@tarojs/test-utils-react/dist/jest.js').default

/** What test-utils sets for every Taro test, less what only a whole run takes. */
const { bail: _bail, verbose: _verbose, ...taro } = defineJestConfig({})

/**
 * Handed to each module as an argument: a global looked up in jest's sandbox costs a thousand times a local name
 * (a picture of 480 x 360 took 2.6 s to draw, and takes 0.2). Only such as no package declares again.
 */
const quickGlobals = [
  'Math',
  'Object',
  'Array',
  'Number',
  'String',
  'JSON',
  'Uint8Array',
  'BigInt',
  'Reflect',
]

const common = (displayName) => ({
  displayName,
  rootDir: __dirname,
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  sandboxInjectedGlobals: quickGlobals,
  testMatch: [`<rootDir>/test/${displayName}/**/*.test.{ts,tsx}`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
})

const withCloud = {
  globalSetup: '<rootDir>/test/support/jest/start-cloud.ts',
  globalTeardown: '<rootDir>/test/support/jest/stop-cloud.ts',
}

const withProduct = {
  globalSetup: '<rootDir>/test/support/jest/seed-product.ts',
  globalTeardown: '<rootDir>/test/support/jest/remove-product.ts',
}

const inNode = (displayName, more = {}) => ({
  ...common(displayName),
  testEnvironment: 'node',
  transform: { '\\.[cm]?tsx?$': '<rootDir>/test/support/jest/esbuild-transform.cjs' },
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json'],
  ...more,
})

/** Packages of the client that come as ES modules only. */
const esmInClient = [
  ...['@tarojs', '@stencil/core', 'lodash-es', 'swiper', 'tslib', 'hls.js', 'dingtalk-jsapi', 'is-mobile'],
  ...[
    'universal-router',
    'path-to-regexp',
    'query-string',
    'decode-uri-component',
    'split-on-first',
    'filter-obj',
  ],
]

const inBrowser = (displayName, more = {}) => ({
  ...taro,
  ...common(displayName),
  testEnvironment: '<rootDir>/test/support/jest/browser-environment.cjs',
  setupFiles: ['<rootDir>/test/support/jest/taro-setup.cjs'],
  transform: {
    'test/support/(jest/|cloud-process)[^/]*\\.ts$': '<rootDir>/test/support/jest/esbuild-transform.cjs',
    // Nothing of a package needs Babel but the one file whose source Taro's own transformer changes.
    'node_modules/(?!@tarojs/test-utils-react/).*\\.[cm]?js$':
      '<rootDir>/test/support/jest/esbuild-transform.cjs',
    '\\.[cm]?[jt]sx?$': '@tarojs/test-utils-react/dist/jest/babel-transformer.js',
  },
  transformIgnorePatterns: [`<rootDir>/node_modules/(?!(${esmInClient.join('|')})/)`],
  moduleFileExtensions: ['h5.ts', 'h5.tsx', 'ts', 'tsx', 'js', 'jsx', 'mjs', 'json'],
  moduleNameMapper: {
    ...taro.moduleNameMapper,
    '\\.scss$': '<rootDir>/test/support/jest/style-names.cjs',
    '\\.(png|svg)$': '<rootDir>/test/support/jest/style-names.cjs',
  },
  ...more,
})

module.exports = {
  rootDir: __dirname,
  // A hook or a test of milliseconds may take seconds where the machine is busy; the journeys say their own.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/support/jest/longest-first.cjs',
  projects: [
    inNode('domain'),
    inNode('tools'),
    inNode('emulator'),
    inNode('conformance'),
    inNode('use-cases', withCloud),
    inBrowser('client', withCloud),
    inNode('journey', withProduct),
    inNode('weapp', withCloud),
  ],
}
