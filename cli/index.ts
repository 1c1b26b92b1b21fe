/** `netskope-steering`: one program, and what becomes of its mistakes. */
import { EXIT } from './complaint';
import { programWith } from './program';
import { say } from './show';

/** The streams of the process, where whoever reads them goes away: `| head`, a pager that is quit, a log that is full. */

/**
 * Nobody is there to be told, so a command goes on to its end, and ends with the code that it has. A stream that cannot be
 * written for another reason is told of, as far as that is possible.
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
  const called = args[0] === 'help' ? args[1] : args[0];
  const program = await programWith((name) => name === called);
  await program.parseAsync(args, { from: 'user' });
}

outliveReaders();
main(process.argv.slice(2)).catch((error: unknown) => {
  say('', error instanceof Error ? error.message : String(error));
  process.exitCode = EXIT.bug;
});
