/**
 * Tests that need more than Node and terraform, or minutes: `npm run test:system`. No test found is a failure.
 * @type {import('jest').Config}
 */
module.exports = {
  ...require('./jest.config.js'),
  roots: ['<rootDir>/__tests__/system'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 180_000,
  // One of them runs terraform for minutes; the others go on beside it.
  maxWorkers: 2,
};
