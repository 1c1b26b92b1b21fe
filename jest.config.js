/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // A run of terraform takes a second or two; a test may need several.
  testTimeout: 60_000,
  // Most tests wait for terraform; two at a time use two cores well.
  maxWorkers: 2,
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/__tests__/system/'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
};
