/** That nothing is left out: of what the provider makes, of what is done with it, and of what can go wrong. */
import { netskope } from '../../providers/netskope/provider';
import { SAMPLES } from '../support/samples';
import { OPERATIONS } from './support/expectations';
import { FAULTS } from './support/faults';

it('there is a sample of each resource', () => {
  expect(SAMPLES.map(({ type }) => type).sort()).toEqual(netskope.resources.map(({ name }) => name).sort());
});

it('each deed is struck', () => {
  expect(new Set(OPERATIONS.map(({ deed }) => deed))).toEqual(new Set(['list', 'get', 'create', 'update', 'delete']));
});

it('faults are told apart by their names', () => {
  expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
});
