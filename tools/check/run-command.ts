import { spawn } from 'node:child_process';

/** What a step has to say: whether it passed, and everything it printed. */
export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs Node with `args` in `cwd`; a signal or an exit status other than 0 is a failure, with its output. */
export function runNode(cwd: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ ok: false, output: `could not start node: ${error.message}` }));
    child.on('close', (status, signal) => {
      const ended = signal === null ? '' : `\nended by ${signal}`;
      resolve({ ok: status === 0, output: Buffer.concat(chunks).toString('utf8').trimEnd() + ended });
    });
  });
}
