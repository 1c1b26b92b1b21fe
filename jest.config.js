const { paths } = require('./tsconfig.json').compilerOptions;

/** What `npm run coverage` counts: what we write and ship, as far as it runs in the process of a test. */
const COVERED = ['live', 'constructs', 'steering', 'providers', 'tenant', 'review', 'cli'];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // A run of terraform takes a second or two; a test may need several.
  testTimeout: 60_000,
  // Many tests wait, for terraform or for a tenant that lets them: three at a time use two cores well.
  maxWorkers: 3,
  testSequencer: './jest.longest-first.js',
  // The example of a provider shows its test beside it; tests of traffic are an example themselves.
  roots: [
    '<rootDir>/__tests__',
    '<rootDir>/examples/minimal-provider',
    '<rootDir>/examples/traffic-tests',
    // No test is there, but what is found there counts as not covered.
    ...COVERED.map((room) => `<rootDir>/${room}`),
  ],
  // The packages of this repository are imported by their names, and tested from their sources.
  moduleNameMapper: Object.fromEntries(
    Object.entries(paths).map(([name, [source]]) => [`^${name}$`, `<rootDir>/${source}`]),
  ),
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/__tests__/system/'],
  // What the SDK is packed from.
  modulePathIgnorePatterns: ['<rootDir>/providers/plugin-sdk/dist/'],
  collectCoverageFrom: [`{${COVERED}}/**/*.ts`, '!**/gen/**', '!constructs/l1/**'],
  coverageProvider: 'v8',
  coverageReporters: ['text-summary', 'html'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
};
