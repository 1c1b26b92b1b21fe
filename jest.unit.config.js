const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** What is pure is tested in these folders. */
const FOLDERS = [
  '__tests__/steering',
  '__tests__/constructs',
  '__tests__/review',
  '__tests__/live',
  '__tests__/plugin-sdk/engine',
  '__tests__/plugin-sdk/schema',
  '__tests__/tenant/contract',
  '__tests__/tools/generate',
  'examples/traffic-tests',
];

/** What a test imports that starts other programs, runs terraform or the compiler, or decides thousands of random cases. */
const TAKES_LONG = /from '(node:child_process|.*\/(terraform|workspace|type-check)|.*\/random\/[^']*)'/;

const takesLong = FOLDERS.flatMap((folder) =>
  readdirSync(join(__dirname, folder), { recursive: true })
    .filter((path) => path.endsWith('.test.ts') && TAKES_LONG.test(readFileSync(join(__dirname, folder, path), 'utf8')))
    .map((path) => `/${folder}/${path}$`),
);

/**
 * The tests that answer at once, without terraform, servers and other programs: `npm run test:unit`.
 * @type {import('jest').Config}
 */
module.exports = {
  ...require('./jest.config.js'),
  roots: FOLDERS.map((folder) => `<rootDir>/${folder}`),
  testPathIgnorePatterns: ['/node_modules/', ...takesLong],
  maxWorkers: '100%',
};
