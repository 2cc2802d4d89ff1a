import hooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'One name per idea: export it by name. Only Taro demands default exports.',
}
const noClock = [
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: '`now` is a parameter; the clock is read once, in main.ts.',
  },
  {
    selector: ':matches(NewExpression, CallExpression)[callee.name="Date"][arguments.length=0]',
    message: '`now` is a parameter; the clock is read once, in main.ts.',
  },
]

/** Taro finds these by their default export. */
const demandedByTaro = [
  'src/app.tsx',
  'src/{pages,packages}/**/index.tsx',
  '**/*.config.ts',
  'config/*.ts',
  'test/bench/starter/**/*.{ts,tsx}',
]

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', '.local/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylistic],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', 300],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', noDefaultExport],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      // a name taken out so that the rest is left, or an argument that comes before the one used
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      // `Record<never, never>` is how the contract says "no input"
      '@typescript-eslint/no-generated-empty-object-type': 'off',
    },
  },
  {
    files: ['domain/**/*.ts', 'cloudfunctions/{use-cases,store}/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, ...noClock] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [hooks.configs.flat['recommended-latest']],
  },
  {
    files: demandedByTaro,
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    rules: { 'max-lines': ['error', 300], eqeqeq: 'error' },
  },
)
