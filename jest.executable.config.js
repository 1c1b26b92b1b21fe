/**
 * The acceptance tests again, with the executable of a release in place of the launcher and no node on the PATH:
 * `npm run test:executable`. RELEASE names the folder of a release that was
 * made before; WINE the command by which Wine starts a program, for the executable of Windows.
 * @type {import('jest').Config}
 */
module.exports = {
  ...require('./jest.config.js'),
  roots: ['<rootDir>/__tests__/acceptance'],
  globalSetup: '<rootDir>/__tests__/support/executable.ts',
  // The first plans with npx, and edits the files of the launcher's package; the second starts another provider, by a
  // launcher; the third provokes what the launcher says.
  testPathIgnorePatterns: ['/node_modules/', '/acceptance/(cdktf-plan|rollout-checkpoint|troubleshooting)'],
};
