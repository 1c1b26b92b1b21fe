/** `npm run provider:debug`, as somebody uses it who wants to stop in the provider. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTerraform } from 'terraform-plugin-sdk-ts/testing/terraform';
import manifest from '../../../package.json';

const ROOT = resolve(__dirname, '../../..');

it('prints the variable with which terraform finds it, serves one terraform after another, and ends with Ctrl-C', async () => {
  const [program = '', ...args] = manifest.scripts['provider:debug'].split(' ');
  const debugged = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const folder = await mkdtemp(join(tmpdir(), 'debug-'));
  try {
    let said = '';
    while (!said.endsWith("'\n")) said += String(((await once(debugged.stdout, 'data')) as [Buffer])[0]);
    const [, reattach = ''] = /TF_REATTACH_PROVIDERS='(.*)'/.exec(said) ?? [];
    expect(JSON.parse(reattach)).toMatchObject({
      'terraform.local/community/netskopesteering': { Protocol: 'grpc', ProtocolVersion: 6, Pid: debugged.pid },
    });
    await writeFile(
      join(folder, 'main.tf'),
      `terraform {
  required_providers {
    netskopesteering = { source = "terraform.local/community/netskopesteering" }
  }
}
output "ports" {
  value = provider::netskopesteering::parse_ports("443")
}
`,
    );
    const options = { cwd: folder, env: { TF_REATTACH_PROVIDERS: reattach } };
    for (const command of [['init'], ['apply', '-auto-approve'], ['plan', '-detailed-exitcode']]) {
      expect(await runTerraform(command, options)).toMatchObject({ exitCode: 0, stderr: '' });
    }
    const socket = /"String":"([^"]*)"/.exec(reattach)?.[1] ?? '';
    expect(existsSync(socket)).toBe(true);
    debugged.kill('SIGINT');
    expect(await once(debugged, 'exit')).toEqual([0, null]);
    expect(existsSync(socket)).toBe(false);
  } finally {
    debugged.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
});
