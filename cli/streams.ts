/** The streams of the process, where whoever reads them goes away: `| head`, a pager that is quit, a log that is full. */
import { EXIT } from './complaint';

/**
 * Nobody is there to be told, so a command goes on to its end, and ends with the code that it has. A stream that cannot be
 * written for another reason is told of, as far as that is possible.
 */
export function outliveReaders({ stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'> = process): void {
  stderr.on('error', () => undefined);
  stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    stderr.write(`netskope-steering: what it prints cannot be written: ${message}\n`);
    process.exitCode = EXIT.usage;
  });
}
