/** Which word says what a plan does to traffic, and what weakens that word? */
import { heldIn, plannedIn, type Model, type PlanJson } from '../steering';
import { gapsIn } from './plan/actions';
import { titleOf } from './traffic/configuration-names';
import { VERDICTS, type Review, type TrafficLine, type Verdict } from './report';

export function verdictOf(
  traffic: readonly Pick<TrafficLine, 'collateral' | 'effect'>[],
  isComplete: boolean,
): Verdict {
  const verdicts = traffic.map(verdictOfLine);
  // Flows that could not be judged may go more freely, too.
  if (!isComplete) verdicts.push('broadening');
  return worst(verdicts);
}

export function worst(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS.findLast((one) => verdicts.includes(one)) ?? 'no_traffic_change';
}

export function verdictOfLine({ collateral, effect }: Pick<TrafficLine, 'collateral' | 'effect'>): Verdict {
  if (collateral.length > 0) return 'collateral';
  return effect === 'broadening' ? 'broadening' : 'narrowing';
}

/**
 * Where the traffic mode is not known, says which verdict each mode would mean, as far as the modes can be told apart.
 */
export function modeReservations(lines: readonly TrafficLine[], { configurations }: Model): string[] {
  const apart = readingReservations(lines);
  if (apart.length > 0 || lines.every(({ certain }) => certain)) return apart;
  return configurations
    .filter(({ trafficMode, dynamicSteering: { enabled } }) => !trafficMode.known && (!enabled.known || !enabled.value))
    .map((one) => {
      const title = one.name.known ? JSON.stringify(one.name.value) : titleOf(one);
      return `The traffic mode of ${title} is not known, so outcomes are shown for every one, and the verdict is the worst of them.`;
    });
}

function readingReservations(lines: readonly TrafficLine[]): string[] {
  const byConfiguration = new Map<string, Map<string, Verdict[]>>();
  for (const { readings, collateral } of lines) {
    for (const { configuration, mode, effect } of readings.filter(({ commas }) => commas === undefined)) {
      const modes = byConfiguration.get(configuration) ?? new Map<string, Verdict[]>();
      byConfiguration.set(
        configuration,
        modes.set(mode, [...(modes.get(mode) ?? []), verdictOfLine({ collateral, effect })]),
      );
    }
  }
  const haveCommas = lines.some(({ readings }) => readings.some(({ commas }) => commas !== undefined));
  const modes = [...byConfiguration].map(([configuration, modes]) => {
    const each = [...modes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([mode, verdicts]) => `${mode}: ${WORDS[worst(verdicts)]}`);
    return `The traffic mode of ${JSON.stringify(configuration)} is not known, so the verdict is the worst of what each would mean (${each.join('; ')}; any other: ${WORDS.no_traffic_change}).`;
  });
  return [...modes, ...(haveCommas ? [COMMAS] : [])];
}

const COMMAS =
  'Whether a tenant splits names and patterns of processes at commas is not published, so the verdict is the worst of both.';

/** The reservation of every review that is made without the tenant. */
export const ONLY_THE_PLAN =
  'Only what the plan shows was looked at; what else there is on the tenant may decide otherwise. With --tenant it is looked at, too.';

/** Says in a sentence why the plan is not the whole of what will be done. */
export function partial({ complete }: PlanJson): string[] {
  return complete === false
    ? ['The plan is not complete, because of -target or of what terraform defers: what it leaves out was not judged.']
    : [];
}

/** Says whether a plan has, or changes, anything on a tenant. */
function isOfSteering(plan: PlanJson): boolean {
  return plannedIn(plan).length > 0 || heldIn(plan).length > 0;
}

/**
 * Says what weakens a verdict, whatever the traffic.
 * @param isLookedAt whether the tenant itself was looked at
 * @param sensitive the number of texts that are sensitive
 */
export function reservationsOf(plan: PlanJson, isLookedAt: boolean, sensitive: number): string[] {
  const says: readonly (readonly [applies: boolean, sentence: string])[] = [
    [!isOfSteering(plan), 'The plan has no resources of the provider netskopesteering: about traffic it says nothing.'],
    [!isLookedAt, ONLY_THE_PLAN],
    ...gapsIn(plan),
    [sensitive > 0, `${sensitive} sensitive ${sensitive === 1 ? 'text is' : 'texts are'} not shown.`],
  ];
  return says.filter(([applies]) => applies).map(([, sentence]) => sentence);
}

const WORDS: Readonly<Record<Review['verdict'], string>> = {
  no_traffic_change: 'changes no traffic',
  narrowing: 'opens nothing',
  broadening: 'opens traffic',
  collateral: 'reaches traffic that it does not name',
};

/** What a change does, in a word: traffic opens, is blocked, is inspected, or goes another way. */
export function effectWord({ effect, after }: Pick<TrafficLine, 'effect' | 'after'>): string {
  if (effect === 'broadening') return 'opens';
  if (effect === 'sideways') return 'goes another way';
  if (after.possible.includes('block')) return 'blocks';
  return after.possible.includes('steer') ? 'inspects' : 'goes by tunnel';
}
