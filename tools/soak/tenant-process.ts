/** A local tenant in a process of its own, to be killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { TenantAddress } from '../../cli/tenant-reader';

export interface TenantProcess extends TenantAddress {
  /** SIGKILL; returns when the process is gone. */
  kill(): Promise<void>;
}

/** How the program starts: the file, and the environment it needs beside ours. */
export interface TenantProgram {
  path: string;
  env?: NodeJS.ProcessEnv;
}

/** Starts the program's tenant and waits until it answers. @throws with its standard error when it ends instead. */
export async function startTenantProcess(program: TenantProgram, ...flags: string[]): Promise<TenantProcess> {
  const child = spawn(process.execPath, [program.path, 'tenant', '--json', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...program.env },
  });
  let said = '';
  let failed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (failed += text));
  const ended = once(child, 'close');
  while (!said.includes('\n')) {
    await Promise.race([once(child.stdout, 'data'), ended]);
    if (hasEnded(child)) throw new Error(`the tenant ended instead of starting: ${failed}`);
  }
  const { server_url: serverUrl, api_key: apiKey } = JSON.parse(said) as { server_url: string; api_key: string };
  return {
    serverUrl,
    apiKey,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
