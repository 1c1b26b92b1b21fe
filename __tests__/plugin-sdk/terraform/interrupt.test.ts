/** Ctrl-C while the real terraform waits for a provider. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attribute, provider, resource, schema, serveForDebugging } from 'terraform-plugin-sdk-ts';
import { findTerraform, terraformEnvironment } from '../../../cli/terraform';

const description = 'd';
const slow = schema({ description, attributes: { text: attribute.string({ description, required: true }) } });
const SOURCE = 'terraform.local/test/x';

it('aborts what runs, and what that saved is stored', async () => {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const never = () => Promise.reject(new Error('not used'));
  const served = provider({
    name: 'x',
    version: '1.0.0',
    schema: schema({ description, attributes: {} }),
    configure: async () => null,
    resources: [
      resource<typeof slow, null>({
        name: 'x_slow',
        schema: slow,
        create: ({ signal, saveState }) =>
          new Promise((_, reject) => {
            saveState({ text: 'half' });
            signal.addEventListener('abort', () => reject(signal.reason as Error));
            begin();
          }),
        read: never,
        update: never,
        delete: never,
      }),
    ],
  });
  const server = await serveForDebugging(SOURCE, served);
  const folder = await mkdtemp(join(tmpdir(), 'interrupt-'));
  try {
    const cliConfigFile = join(folder, 'terraformrc');
    await writeFile(cliConfigFile, '');
    const required = `terraform {\n  required_providers {\n    x = { source = "${SOURCE}" }\n  }\n}\n`;
    await writeFile(join(folder, 'main.tf'), `${required}resource "x_slow" "it" {\n  text = "whole"\n}\n`);
    const env = terraformEnvironment({ cliConfigFile, env: { TF_REATTACH_PROVIDERS: server.reattach } });
    const start = (...args: string[]) => {
      const child = spawn(findTerraform(), args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
      return { child, ended: once(child, 'close').then(() => said) };
    };
    await start('init', '-no-color').ended;
    const apply = start('apply', '-auto-approve', '-no-color');
    await begun;
    apply.child.kill('SIGINT');
    expect((await apply.ended).replace(/[│╷╵\s]+/g, ' ')).toMatch(/Interrupt received.*Error: Interrupted/);
    expect(await start('state', 'show', '-no-color', 'x_slow.it').ended).toMatch(/\(tainted\)[^]*text = "half"/);
  } finally {
    await server.close();
    await rm(folder, { recursive: true });
  }
});
