/** Kills the provider before and after every call of a change, one point after the other. */
import type { Stand } from '../../support/sample-configuration';
import { KillRange, type Point } from './support';

/** How often an apply may take an order in which it does not make the call. */
const TRIES = 10;

/** Of everything that the provider can make. @returns the calls, each of which was struck on both sides */
export async function expectSurvival(from: Stand, to: Stand): Promise<readonly string[]> {
  const range = await KillRange.start();
  try {
    await range.reach(from);
    const goBack = await range.keep();
    const calls = await range.reach(to);
    const wanted = range.contents();
    const survive = async (point: Point) => {
      let reached = false;
      for (let tries = 0; !reached; tries++) {
        if (tries === TRIES) throw new Error(`${TRIES} applies went by without the call`);
        await goBack();
        reached = await range.applyAndKillAt(point);
      }
      await range.recover();
      expect(range.contents()).toEqual(wanted);
      expect(await range.idsInState()).toEqual(to === 'nothing' ? [] : range.idsOnTenant());
    };
    for (const call of calls) {
      for (const side of ['before', 'after'] as const) {
        await survive({ call, side }).catch((cause: unknown) => {
          throw new Error(`killed ${side} ${call}: ${String(cause)}`, { cause });
        });
      }
    }
    return calls;
  } finally {
    await range.close();
  }
}
