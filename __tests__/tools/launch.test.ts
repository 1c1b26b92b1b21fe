/** The launch configurations of .vscode, run as an editor runs them: under a debugger, from the root of the repository. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..', '..');

interface Launch {
  readonly name: string;
  readonly runtimeArgs?: readonly string[];
  readonly program: string;
  readonly args?: readonly string[];
}

const { configurations } = JSON.parse(readFileSync(join(ROOT, '.vscode', 'launch.json'), 'utf8')) as {
  configurations: readonly Launch[];
};

/** Runs a configuration until it ends, or until it has said `last`: then it is ended. */
async function launch(name: string, file: string, last?: string): Promise<{ code: number | null; output: string }> {
  const found = configurations.find((one) => one.name === name);
  if (found === undefined) throw new Error(`launch.json has no configuration "${name}"`);
  const args = [...(found.runtimeArgs ?? []), '--inspect=127.0.0.1:0', found.program, ...(found.args ?? [])];
  const filled = args.map((arg) => arg.replace('${workspaceFolder}', ROOT).replace('${file}', join(ROOT, file)));
  const child = spawn(process.execPath, filled, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const hear = (chunk: Buffer): void => {
    output += String(chunk);
    if (last !== undefined && output.includes(last)) child.kill('SIGINT');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, output };
}

test('"Provider" serves the provider, and says how terraform finds it', async () => {
  const { code, output } = await launch('Provider', 'main.ts', 'TF_REATTACH_PROVIDERS=');
  expect(output).toContain('Debugger listening on ws://127.0.0.1:');
  expect(output).toMatch(/TF_REATTACH_PROVIDERS='\{"terraform\.local\/community\/netskopesteering":/);
  expect(code).toBe(0);
});

test('"This test" runs the test of the open file, and no other', async () => {
  const { code, output } = await launch('This test', '__tests__/steering/domain/comma.test.ts');
  expect(output).toContain('Debugger listening on ws://127.0.0.1:');
  expect(output).toContain('PASS __tests__/steering/domain/comma.test.ts');
  expect(output).toMatch(/Test Suites: +1 passed, 1 total/);
  expect(code).toBe(0);
});
