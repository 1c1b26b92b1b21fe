/** The tenant of the benchmarks is one that a comparison sees whole: what it does not see makes a review no less than broadening. */
import { largeTenant } from '../../benchmarks/large-tenant';
import { compare } from '../../steering';

jest.setTimeout(60_000);

test('two tenants of 3,000 exceptions are compared for every flow', () => {
  const { changes, complete, notCovered } = compare(largeTenant(3_000), largeTenant(3_000, 10));
  expect({ complete, notCovered }).toEqual({ complete: true, notCovered: [] });
  expect(changes.length).toBeGreaterThan(1_000);
});
