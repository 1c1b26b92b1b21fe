/** cdktf is archived; its successor keeps its interface. The constructs must run on either, never on a mix. */
import type * as Constructs from '../../constructs';
import type * as Everything from './everything';
import type * as Synthesize from './synthesize';

type Library = 'cdktf' | 'cdktn';

/** What a stack with everything synthesizes to, with this library below the constructs. */
function synthesizeOn(library: Library) {
  jest.resetModules();
  jest.doMock('cdktf', () => jest.requireActual<object>(library));
  const { Testing } = jest.requireMock<{ Testing: unknown }>('cdktf');
  expect(Testing).toBe(jest.requireActual<{ Testing: unknown }>(library).Testing);
  const constructs = jest.requireActual<typeof Constructs>('../../constructs');
  const { buildEverything } = jest.requireActual<typeof Everything>('./everything');
  const { synthesize } = jest.requireActual<typeof Synthesize>('./synthesize');
  return synthesize(
    (stack) => {
      buildEverything(stack, constructs);
      new constructs.RolloutCheckpoint(stack, 'Rollout');
    },
    // cdktn refuses functions of providers to projects that may run on a Terraform without them.
    { targetVersions: { terraform: '>=1.8.0' } },
  );
}

it('synthesizes the same under cdktn', () => {
  const { config, annotations } = synthesizeOn('cdktn');
  expect(Object.values(config.resource ?? {}).flatMap((resources) => Object.keys(resources)).length).toBeGreaterThan(
    20,
  );
  const before = synthesizeOn('cdktf');
  expect(config).toEqual(before.config);
  expect(annotations).toEqual(before.annotations);
});
