/** What the program shows on a terminal beside its results: colours, and a line while something takes long. */
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { paletteFor, progressOn } from '../../cli/show';
import { temporaryFolder } from '../tenant/support/temporary-folder';

it.each<[env: NodeJS.ProcessEnv, isTerminal: boolean | undefined, colored: boolean]>([
  [{}, true, true],
  [{}, false, false],
  [{ CI: 'true' }, false, false],
  [{ CI: 'true' }, undefined, false],
  [{ TERM: 'dumb' }, true, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
])('with %j, and a terminal: %s, there is colour: %s', (env, isTerminal, colored) => {
  expect(paletteFor(env, isTerminal).red('x') !== 'x').toBe(colored);
});

describe('the line of progress', () => {
  const { path: folder, remove } = temporaryFolder('progress');
  afterAll(remove);

  /** Shows phases, each of which keeps this thread busy for a while, and gives what a terminal got. */
  async function shown(
    after: number,
    phases: readonly [phase: string, ms: number][],
    isTTY?: boolean,
  ): Promise<string[]> {
    const path = join(folder, 'terminal');
    const fd = openSync(path, 'w');
    const progress = progressOn({ ...(isTTY !== undefined && { isTTY }), fd }, 'review', after);
    // The thread that writes has started.
    await wait(300);
    const seen: string[] = [];
    for (const [phase, ms] of phases) {
      progress.tell(phase);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
      seen.push(readFileSync(path, 'utf8'));
    }
    await progress.end();
    closeSync(fd);
    return [...seen, readFileSync(path, 'utf8')];
  }
  const line = (phase: string) => `netskope-steering review: ${phase} …`;

  it('appears while nothing else can be done, is written over, and is gone in the end', async () => {
    const [first, second, end] = await shown(
      0,
      [
        ['comparing 1000 objects', 500],
        ['writing', 500],
      ],
      true,
    );
    const [long, short] = [line('comparing 1000 objects'), line('writing')];
    expect(first).toBe(`\r${long}`);
    expect(second).toBe(`${first}\r${short.padEnd(long.length)}`);
    expect(end).toBe(`${second}\r${' '.repeat(short.length)}\r`);
  });

  it.each<[what: string, after: number, isTTY: boolean | undefined]>([
    ['what does not take long', 60_000, true],
    ['what is no terminal', 0, false],
    ['a stream that says nothing of it', 0, undefined],
  ])('is not there for %s', async (_what, after, isTTY) => {
    expect(await shown(after, [['writing', 300]], isTTY)).toEqual(['', '']);
  });

  it('is one short line of inert text, whatever the phase is called', async () => {
    const [seen = ''] = await shown(0, [[`x\u001b[2J\n${'y'.repeat(200)}`, 500]], true);
    expect(seen).toMatch(/^\r[\x20-\x7e]{79}$/);
  });
});
