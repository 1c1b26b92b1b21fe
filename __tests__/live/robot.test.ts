/** A robot administrator follows runbooks of random stacks, their changes and their removal, in orders that they allow. */
import { startTenant } from '../../tenant/emulator';
import { Dice } from '../steering/random/dice';
import { follow, wantedOf } from './support/follow';
import { changedStack, randomStack } from './support/random-stack';

const STACKS = Number(process.env['STACKS'] ?? 20);
const FIRST = Number(process.env['FIRST_STACK'] ?? 1);

test.each(Array.from({ length: STACKS }, (_, index) => index + FIRST))(
  'stack %i: set up, changed, removed',
  async (seed) => {
    const dice = new Dice(seed);
    const tenant = await startTenant({ trafficMode: 'web', restV1Only: true });
    try {
      const stacks = [randomStack(dice)];
      stacks.push(changedStack(dice, stacks[0]!), { resource: {} });
      let done: ReturnType<typeof wantedOf> | undefined;
      for (const stack of stacks) {
        const { faults } = await follow(tenant, stack, dice, { ...(done && { done }) });
        expect(faults).toEqual([]);
        done = wantedOf(stack);
      }
    } finally {
      await tenant.close();
    }
  },
);
