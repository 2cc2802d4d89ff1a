const { createHash } = require('node:crypto')
const { readFileSync } = require('node:fs')
const { transformSync, version } = require('esbuild')

const own = readFileSync(__filename)

/** TypeScript, or a package's ES module, to CommonJS; tsc judges the types. */
module.exports = {
  process: (source, path) =>
    transformSync(source, {
      sourcefile: path,
      loader: /\.[cm]?js$/.test(path) ? 'js' : path.endsWith('x') ? 'tsx' : 'ts',
      format: 'cjs',
      target: 'node20',
      // jest's module system has no `import()`
      supported: { 'dynamic-import': false },
      jsx: 'automatic',
      sourcemap: 'inline',
      define: { 'import.meta.url': '__importMetaUrl' },
      banner: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;",
    }),
  getCacheKey: (source, path) =>
    createHash('sha256').update(own).update(version).update(path).update(source).digest('hex'),
}
