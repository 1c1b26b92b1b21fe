/** That nothing is left out: of what the provider makes, of what is done with it, and of what can go wrong. */
import { netskope } from '../../providers/netskope/provider';
import { TYPE_NAMES } from '../../providers/netskope/resources/exception/types';
import { EXCEPTION, SAMPLES } from '../support/samples';
import { OPERATIONS } from './support/expectations';
import { FAULTS } from './support/faults';

it('there is a sample of each resource, and of each type of exception', () => {
  const types = new Set(SAMPLES.map(({ type }) => type));
  expect([...types].sort()).toEqual(netskope.resources.map(({ name }) => name).sort());
  const titles = SAMPLES.filter(({ type }) => type === EXCEPTION).map(({ title }) => title);
  expect(titles).toEqual(TYPE_NAMES.map((name) => `${EXCEPTION} for ${name}`));
});

it('each deed is struck', () => {
  expect(new Set(OPERATIONS.map(({ deed }) => deed))).toEqual(new Set(['list', 'get', 'create', 'update', 'delete']));
});

it('faults are told apart by their names', () => {
  expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
});
