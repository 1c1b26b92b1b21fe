/** What a line will say, for one context. */
import { groupBy } from '../grouping';
import type { FlowRegion, ReadingChange, WholeFlow } from '../comparison';
import type { Scenario } from '../engine/scenario';
import { inWords, NOTHING, type Possibilities } from '../outcome';
import type { Context } from '../partition/contexts';
import type { Verdict } from '../partition/verdicts';

export interface Draft {
  readonly verdict: Verdict;
  readonly readings: readonly ReadingChange[] | undefined;
  readonly region: Omit<FlowRegion, 'platforms' | 'locations' | 'clients'>;
  readonly witness: WholeFlow;
  /** Ids of objects. */
  readonly causes: readonly string[];
  readonly isRough?: true;
}

/** Where several readings are possible, those that change. Where all else is known, it is how commas are read. */
export function readingsOf({ inWorlds }: Verdict, { worlds, scenarios }: Context): ReadingChange[] | undefined {
  if (worlds.length < 2 || worlds.some(({ key }) => key === undefined)) return undefined;
  const told = inWorlds.flatMap(({ before, after }, index) => {
    const scenario = scenarios[worlds[index]?.after[0] ?? 0];
    return scenario === undefined ? [] : [{ scenario, before, after }];
  });
  const groups = groupBy(told, ({ scenario: { index, place, mode } }) => `${index.subject.key} ${place} ${mode}`);
  const isChanged = ({ before, after }: InReading) => before !== after;
  const [only = [], ...others] = [...groups.values()];
  if (others.length > 0) return [only, ...others].filter((group) => group.some(isChanged)).map(together);
  const [first] = only;
  if (only.every(({ before, after }) => before === first?.before && after === first.after)) return undefined;
  return only.filter(isChanged).map((one) => ({ ...together([one]), commas: one.scenario.commas ?? 'kept' }));
}

/** What changes in readings that differ in how commas are read. */
function together(group: readonly InReading[]): ReadingChange {
  const [first] = group;
  if (first === undefined) throw new Error('a group of no readings');
  const { index, place, mode } = first.scenario;
  const all = (side: 'before' | 'after') => inWords(group.reduce((fates, one) => fates | one[side], NOTHING));
  return { configuration: index.subject, place, mode, before: all('before'), after: all('after') };
}

interface InReading {
  readonly scenario: Scenario;
  readonly before: Possibilities;
  readonly after: Possibilities;
}
