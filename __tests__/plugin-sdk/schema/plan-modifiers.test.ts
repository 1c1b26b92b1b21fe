/** The plan modifiers that come with the SDK, each asked directly. */
import {
  described,
  requiresReplace,
  requiresReplaceIf,
  requiresReplaceIfConfigured,
  UNKNOWN,
  useNonNullStateForUnknown,
  useStateForUnknown,
  type PlanModifier,
  type PlanModifierRequest,
} from 'terraform-plugin-sdk-ts';

const request: PlanModifierRequest = {
  path: [],
  config: 'b',
  prior: 'a',
  planned: 'b',
  creating: false,
  absent: false,
  changed: true,
  sibling: () => ({ config: null, prior: null, planned: null }),
};
const replaces = { requiresReplace: true };
const unknown = { config: null, planned: UNKNOWN };

it.each<[string, PlanModifier, Partial<PlanModifierRequest>, object | undefined]>([
  ['a change replaces', requiresReplace(), {}, replaces],
  ['what stays does not', requiresReplace(), { changed: false }, undefined],
  ['nor what is created', requiresReplace(), { creating: true, prior: null }, undefined],
  ['a change to what is not known replaces', requiresReplace(), { planned: UNKNOWN }, replaces],
  ['a condition is asked', requiresReplaceIf(({ planned }) => planned === 'b'), {}, replaces],
  ['and may say no', requiresReplaceIf(({ planned }) => planned === 'c'), {}, undefined],
  ['a configured change replaces', requiresReplaceIfConfigured(), {}, replaces],
  ['also where it is not known yet', requiresReplaceIfConfigured(), { config: UNKNOWN, planned: UNKNOWN }, replaces],
  ['what the provider changes does not', requiresReplaceIfConfigured(), unknown, undefined],
  ['the state is used for an unknown', useStateForUnknown(), unknown, { planned: 'a' }],
  ['null is a state as well', useStateForUnknown(), { ...unknown, prior: null }, { planned: null }],
  ['but not of what was not there', useStateForUnknown(), { ...unknown, prior: null, absent: true }, undefined],
  ['nor for what the configuration will say', useStateForUnknown(), { config: UNKNOWN, planned: UNKNOWN }, undefined],
  ['nor for what is known', useStateForUnknown(), {}, undefined],
  ['a value is used for an unknown', useNonNullStateForUnknown(), unknown, { planned: 'a' }],
  ['null is not', useNonNullStateForUnknown(), { ...unknown, prior: null }, undefined],
  ['nor any value for what is known', useNonNullStateForUnknown(), {}, undefined],
  ['or will be', useNonNullStateForUnknown(), { config: UNKNOWN, planned: UNKNOWN }, undefined],
])('%s', (_, modifier, changes, verdict) => {
  expect(modifier({ ...request, ...changes })).toEqual(verdict);
});

it.each<[PlanModifier, string | undefined]>([
  [requiresReplace(), 'Changing it replaces the resource.'],
  [requiresReplaceIf(() => true), 'Some changes of it replace the resource.'],
  [requiresReplaceIf(() => true, 'it shrinks'), 'Changing it replaces the resource if it shrinks.'],
  [requiresReplaceIfConfigured(), 'Changing it replaces the resource if it is configured.'],
  [useStateForUnknown(), undefined],
  [described('Never shrinks.', () => undefined), 'Never shrinks.'],
])('each says on the reference page what a user must know of it', ({ description }, expected) => {
  expect(description).toBe(expected);
});

it('a description leaves the modifier that it describes as it was', () => {
  const modifier: PlanModifier = ({ planned }) => ({ planned });
  expect(described('Same.', modifier)(request)).toEqual({ planned: 'b' });
  expect(modifier.description).toBeUndefined();
});
