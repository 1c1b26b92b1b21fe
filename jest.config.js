/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // A run of terraform takes a second or two; a test may need several.
  testTimeout: 60_000,
  // Most tests wait for terraform; two at a time use two cores well.
  maxWorkers: 2,
  // The example of a provider shows its test beside it.
  roots: ['<rootDir>/__tests__', '<rootDir>/examples/minimal-provider'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/__tests__/system/'],
  setupFilesAfterEnv: ['<rootDir>/__tests__/support/proofs-hold.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
};
