/** `netskope-steering`: one program, and what becomes of its mistakes. */
import { EXIT } from './complaint';
import { programWith } from './program';
import { say } from './say';
import { outliveReaders } from './streams';

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
