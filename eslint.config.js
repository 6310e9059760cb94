// Typed lint. The purity rules keep clock, chance and I/O out of kernel, engines and each domain's core,
// where dependency-cruiser (which sees imports alone) cannot look.
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { shellNames } from './scripts/domains.ts';

const tests = ['**/*.test.ts', 'test/**/*.ts', 'e2e/**/*.ts'];
const pure = ['src/kernel/**/*.ts', 'src/engines/**/*.ts', 'src/domains/*/**/*.ts'];
const shell = shellNames.flatMap((name) => [`src/domains/*/${name}.ts`, `src/domains/*/${name}/**`]);

const argument = (what) => `${what} is an argument here: kernel, engines and core do no I/O and know no clock.`;
const impureGlobals = {
  process: 'Configuration',
  fetch: 'Outbound HTTP',
  console: 'Logging',
  setTimeout: 'A timer',
  setInterval: 'A timer',
  setImmediate: 'A timer',
  queueMicrotask: 'A timer',
  performance: 'The clock',
  crypto: 'Chance',
  globalThis: 'Whatever stands in the global object',
  global: 'Whatever stands in the global object',
  Reflect: 'Whatever stands in another object',
  WebSocket: 'A connection',
  EventSource: 'A connection',
  XMLHttpRequest: 'Outbound HTTP',
};

const toStandardOutput = ['stdout', 'stderr'].map((property) => ({
  ...{ object: 'process', property },
  message: 'Only the programs themselves print; what else has something to say returns it.',
}));
const toLogs = [
  {
    selector:
      'CallExpression[callee.property.name=/^(trace|debug|info|warn|error|fatal)$/][callee.object.property.name="log"] > TemplateLiteral',
    message: 'A message of the log is written out here, without values: they could name somebody.',
  },
];

export default defineConfig(
  { ignores: ['node_modules/', 'data/', 'test-results/', 'playwright-report/', 'coverage/', '.tmp/', 'docs/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allow: [{ from: 'lib', name: ['Error', 'URL', 'URLSearchParams'] }] },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false, properties: false } },
      ],
      // One type parameter used once is how a caller names the shape of a row it asks the database for.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Not every library's enums reach those who pass them numbers from outside.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // A handler that is async by contract need not await.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'no-implicit-coercion': ['error', { boolean: false }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 3 }],
    },
  },
  {
    // What a process says goes through its one log, whose lines name nobody; a message with a value in it might.
    files: ['src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...toLogs],
      'no-restricted-properties': ['error', ...toStandardOutput],
    },
  },
  {
    files: ['src/cli.ts', 'src/main.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // Hushes what a library would print.
    files: ['src/platform/auth/demo-provider.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/engines/**/*.ts'],
    // Typed arrays: an index inside the bounds is known by the loop, not by the type.
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: tests,
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              package: 'node:test',
              name: ['test', 'describe', 'it', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
            },
          ],
        },
      ],
    },
  },
  {
    files: pure,
    ignores: [...shell, ...tests],
    rules: {
      'no-restricted-globals': [
        'error',
        ...Object.entries(impureGlobals).map(([name, what]) => ({ name, message: argument(what) })),
      ],
      'no-restricted-properties': [
        'error',
        ...toStandardOutput,
        { object: 'Math', property: 'random', message: argument('Chance') },
        { object: 'Date', property: 'now', message: argument('The clock') },
        { object: 'Temporal', property: 'Now', message: argument('The clock') },
      ],
      'no-restricted-syntax': [
        'error',
        ...toLogs,
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: argument('The clock') },
        { selector: 'CallExpression[callee.name="Date"]', message: argument('The clock') },
        // Under another name, or as the default of what formats a time.
        {
          selector:
            'Identifier[name="Date"]:not(MemberExpression > Identifier, NewExpression > Identifier.callee, CallExpression > Identifier.callee, TSTypeReference > Identifier)',
          message: argument('The clock'),
        },
        {
          selector: 'VariableDeclarator > Identifier.init[name=/^(Math|Temporal)$/]',
          message: argument('Chance, or the clock, under another name,'),
        },
        {
          selector: 'CallExpression[callee.property.name=/^format(ToParts)?$/][arguments.length=0]',
          message: argument('The clock'),
        },
        { selector: 'ImportExpression', message: 'Core imports are static, so that the fence sees them.' },
      ],
    },
  },
  {
    // What runs in the browser is served as it stands: plain modules, no types.
    files: ['src/**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-undef': 'off', 'no-unused-vars': 'error', eqeqeq: 'error', 'max-lines': ['error', { max: 400 }] },
  },
);
