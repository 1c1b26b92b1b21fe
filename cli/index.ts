/**
 * How does the program `netskope-steering` start, and what happens when it fails or when nobody reads its output any
 * more?
 */
import { EXIT } from './complaint';
import { programWith } from './program';
import { say } from './show';

/**
 * Keeps a command alive when the reader of its streams goes away: `| head`, a pager that is quit, a log that is full.
 * Nobody is there to be told, so the command goes on to its end, and exits with its own code. When a stream cannot be
 * written for another reason, the program says so, as far as that is possible.
 */
function outliveReaders({ stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'> = process): void {
  stderr.on('error', () => undefined);
  stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    stderr.write(`netskope-steering: what it prints cannot be written: ${message}\n`);
    process.exitCode = EXIT.usage;
  });
}

async function main(args: readonly string[]): Promise<void> {
  const program = await programWith((name) => args.includes(name));
  await program.parseAsync(args, { from: 'user' });
}

outliveReaders();
main(process.argv.slice(2)).catch((error: unknown) => {
  say('', error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT.bug;
});
