const { paths } = require('./tsconfig.json').compilerOptions;

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // A run of terraform takes a second or two; a test may need several.
  testTimeout: 60_000,
  // Many tests wait, for terraform or for a tenant that lets them: three at a time use two cores well.
  maxWorkers: 3,
  // The example of a provider shows its test beside it; tests of traffic are an example themselves.
  roots: ['<rootDir>/__tests__', '<rootDir>/examples/minimal-provider', '<rootDir>/examples/traffic-tests'],
  // The packages of this repository are imported by their names, and tested from their sources.
  moduleNameMapper: Object.fromEntries(
    Object.entries(paths).map(([name, [source]]) => [`^${name}$`, `<rootDir>/${source}`]),
  ),
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/__tests__/system/'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
};
