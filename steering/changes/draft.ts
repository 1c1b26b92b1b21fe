/** What a line will say, for one context. */
import { groupBy } from '../collections';
import type { FlowRegion, ReadingChange, WholeFlow } from '../comparison';
import type { Scenario } from '../decide/tenant-index';
import { inWords, NOTHING, type Possibilities } from '../decide/outcome';
import type { Context } from '../partition/contexts';
import type { Verdict } from '../partition/verdicts';
import { changesIn, isChange, NO_TURNS, type Turns } from '../turns';

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
  if (worlds.length < 2 || !worlds.every(({ isReading }) => isReading)) return undefined;
  const told = inWorlds.flatMap(({ before, after, turns }, index): InReading[] => {
    const scenario = scenarios[worlds[index]?.after ?? 0];
    return scenario === undefined ? [] : [{ scenario, before, after, turns }];
  });
  const groups = groupBy(told, ({ scenario: { index, place, mode } }) => `${index.subject.key} ${place} ${mode}`);
  const isChanged = ({ turns }: InReading) => isChange(turns);
  const [only = [], ...others] = [...groups.values()];
  if (others.length > 0) return [only, ...others].filter((group) => group.some(isChanged)).map(together);
  const [first] = only;
  if (only.every(({ turns }) => turns === first?.turns)) return undefined;
  return only.filter(isChanged).map((one) => ({ ...together([one]), commas: one.scenario.commas ?? 'kept' }));
}

/** What changes in readings that differ in how commas are read. */
function together(group: readonly InReading[]): ReadingChange {
  const [first] = group;
  if (first === undefined) throw new Error('a group of no readings');
  const { index, place, mode } = first.scenario;
  const all = (side: 'before' | 'after') => inWords(group.reduce((fates, one) => fates | one[side], NOTHING));
  const turns = changesIn(group.reduce((all, one) => all | one.turns, NO_TURNS));
  return { configuration: index.subject, place, mode, before: all('before'), after: all('after'), turns };
}

interface InReading {
  readonly scenario: Scenario;
  readonly before: Possibilities;
  readonly after: Possibilities;
  readonly turns: Turns;
}
