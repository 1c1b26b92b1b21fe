import { paletteFor } from '../../cli/show';

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
