/** An expectation that says no outcome fails: by a real run of jest, and of a program without a runner. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const REPOSITORY = join(__dirname, '..', '..');
// Beside the code, so that its imports are found.
const folder = mkdtempSync(join(REPOSITORY, 'node_modules', '.forgotten-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SETTING = `
import { App, TerraformStack } from 'cdktf';
import { SteeringConfiguration, TrafficMode, NetskopeSteeringProvider } from '${REPOSITORY}/constructs';
import { expectFlow } from '${REPOSITORY}/constructs/testing';
const stack = new TerraformStack(new App({ outdir: ${JSON.stringify(folder)}, stackTraces: false }), 'tenant');
new NetskopeSteeringProvider(stack, 'netskope');
SteeringConfiguration.adoptDefault(stack, 'Default', { expectTrafficMode: TrafficMode.WEB });
const flow = { process: 'chrome.exe', platform: 'windows', host: 'a.example', port: 443 } as const;
`;

it('fails the test of jest that forgot it, at its line, and no other', () => {
  const file = join(folder, 'it.test.ts');
  writeFileSync(
    file,
    `${SETTING}
test('forgets', () => void expectFlow(stack, flow));
test('forgets to call', () => void expectFlow(stack, flow).toBe);
test('forgets one of two', () => {
  expectFlow(stack, flow).toBe('steer');
  expectFlow(stack, flow);
});
test('remembers', () => expectFlow(stack, flow).toBe('steer'));
`,
  );
  const config = {
    rootDir: REPOSITORY,
    roots: [folder],
    testMatch: ['**/it.test.ts'],
    testPathIgnorePatterns: [],
    transformIgnorePatterns: ['/node_modules/(?!\\.forgotten-)'],
    haste: { retainAllFiles: true },
    transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  };
  const args = ['node_modules/jest/bin/jest.js', '--config', JSON.stringify(config), '--json', '--runInBand'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: REPOSITORY, encoding: 'utf8' });
  const { testResults } = JSON.parse(stdout) as {
    testResults: { assertionResults: { title: string; status: string; failureMessages: string[] }[] }[];
  };
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  expect(results.map(({ title, status }) => [title, status])).toEqual([
    ['forgets', 'failed'],
    ['forgets to call', 'failed'],
    ['forgets one of two', 'failed'],
    ['remembers', 'passed'],
  ]);
  const [message = ''] = results[2]?.failureMessages ?? [];
  expect(message).toContain('expectFlow expects nothing here, so it proves nothing.');
  expect(message.split('\n').find((line) => line.trim().startsWith('at '))).toContain('it.test.ts');
});

it.each([
  ['expectFlow(stack, flow);', 'expectFlow expects nothing here'],
  ["expectFlow(stack, flow).toBe('steer');", ''],
])('ends a program without a runner accordingly: %s', (statement, says) => {
  const file = join(folder, 'program.ts');
  writeFileSync(file, `${SETTING}\n${statement}\n`);
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', file], {
    cwd: REPOSITORY,
    encoding: 'utf8',
  });
  expect(stderr).toContain(says);
  expect(status === 0).toBe(says === '');
});
