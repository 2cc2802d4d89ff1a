const client = '^src/'

/** A module may import what `to` allows, and nothing else of ours. */
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from,
  to: { path: '^(src|domain|cloudfunctions|tools|test|config)/', pathNot: allowed },
})

module.exports = {
  forbidden: [
    {
      name: 'cycles-hide-who-depends-on-whom',
      comment:
        'Two modules that import each other are one module in two files. Types are erased and may point back.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'an-import-must-resolve',
      comment: 'What cannot be resolved fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'packages-used-are-packages-declared',
      comment: 'A package that only comes along with another may go away with it.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'what-ships-uses-no-development-package',
      comment: 'Development packages are not there for the client or the functions.',
      severity: 'error',
      from: { path: '^(src|domain|cloudfunctions)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },

    {
      name: 'the-domain-needs-nothing',
      comment: 'Rules run on both sides: no npm package, no platform, no I/O.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: '^domain/' },
    },
    only(
      'the-kernel-is-the-bottom',
      'The kernel is what every noun builds on.',
      { path: '^domain/kernel/' },
      ['^domain/kernel/'],
    ),
    {
      name: 'nouns-do-not-know-the-wire',
      comment:
        'The contract speaks of nouns, not the other way round. Permissions are a table over endpoint names.',
      severity: 'error',
      from: { path: '^domain/', pathNot: ['^domain/contract/', '^domain/permission\\.ts$'] },
      to: { path: '^domain/contract/' },
    },

    only(
      'a-page-knows-only-its-screen',
      'Pages read the route and show one screen.',
      { path: '^src/(pages|packages)/' },
      ['^src/(features|ui|platform)/', '^domain/', '^src/(pages|packages)/[^/]+/.+\\.(s?css|config\\.ts)$'],
    ),
    {
      name: 'a-feature-never-imports-another',
      comment: 'Parts of the product change apart; what two of them share belongs to ui, platform or domain.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    only(
      'a-feature-stands-on-ui-platform-and-domain',
      'Features never reach up.',
      { path: '^src/features/' },
      ['^src/(features|ui|platform)/', '^domain/'],
    ),
    only(
      'ui-knows-looks-only',
      'Tokens and components: no feature, no platform, no domain.',
      { path: '^src/ui/' },
      ['^src/ui/'],
    ),
    only(
      'the-platform-knows-the-wire-only',
      'The platform carries calls; it decides nothing.',
      { path: '^src/platform/' },
      ['^src/platform/', '^domain/'],
    ),
    {
      name: 'the-platform-takes-the-domain-as-types',
      comment: 'Code of the domain in the platform would be a rule in the wrong place.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^domain/', pathNot: '^domain/kernel/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-platform-knows-taro',
      comment:
        'One place to change when WeChat changes. Components are fine everywhere, page config macros too.',
      severity: 'error',
      from: { path: client, pathNot: ['^src/platform/', '\\.config\\.ts$', '\\.d\\.ts$'] },
      to: { path: 'node_modules/@tarojs/(?!components)' },
    },
    {
      name: 'the-contract-is-types-for-the-client',
      comment: 'Nothing of the wire ships in the mini-program but its types.',
      severity: 'error',
      from: { path: client },
      to: { path: '^domain/contract/', dependencyTypesNot: ['type-only'] },
    },
    only('the-client-stays-on-its-side', 'Server code must not ship to phones.', { path: client }, [
      '^src/',
      '^domain/',
    ]),

    only(
      'a-main-composes',
      'main.ts wires use-cases to the platform.',
      { path: '^cloudfunctions/(api|jobs|hooks)/' },
      [
        '^cloudfunctions/(use-cases|store|cloud)/',
        '^cloudfunctions/(api|jobs|hooks)/',
        '^cloudfunctions/[^/]+\\.ts$',
        '^domain/',
      ],
    ),
    {
      name: 'a-function-never-imports-another',
      comment: 'Each function is deployed alone, for one kind of caller.',
      severity: 'error',
      from: { path: '^cloudfunctions/(api|jobs|hooks)/' },
      to: { path: '^cloudfunctions/(api|jobs|hooks)/', pathNot: '^cloudfunctions/$1/' },
    },
    only(
      'a-use-case-loads-decides-saves',
      'Use-cases reach the world through stores.',
      { path: '^cloudfunctions/use-cases/' },
      ['^cloudfunctions/(use-cases|store|cloud)/', '^domain/'],
    ),
    only('a-store-knows-the-database-only', 'Stores decide nothing.', { path: '^cloudfunctions/store/' }, [
      '^cloudfunctions/(store|cloud)/',
      '^domain/',
    ]),
    only(
      'the-cloud-is-the-bottom-of-the-server',
      'The one importer of the SDK knows no product.',
      { path: '^cloudfunctions/cloud/' },
      ['^cloudfunctions/cloud/', '^domain/'],
    ),
    {
      name: 'only-the-cloud-folder-knows-the-sdk',
      comment: 'One place says who is calling and what the database is.',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/cloud/' },
      to: { path: 'node_modules/(wx-server-sdk|@cloudbase)' },
    },

    {
      name: 'tools-never-ship',
      comment: 'Nothing in the product may depend on the emulator or on any tool.',
      severity: 'error',
      from: { path: '^(src|domain|cloudfunctions|config)/' },
      to: { path: '^(tools|test)/' },
    },
    {
      name: 'tools-do-not-need-tests',
      comment: 'Tests look at everything; nothing looks at tests.',
      severity: 'error',
      from: { path: '^tools/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.h5.ts', '.weapp.ts', '.js', '.cjs', '.mjs', '.json', '.scss'],
    },
  },
}
