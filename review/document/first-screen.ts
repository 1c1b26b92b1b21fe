/**
 * What does somebody read who reads fifteen lines only? The verdict, with what was done and for whom; what becomes of
 * which traffic; what to look at, what is not known, what the plan does, and what a gate wants.
 */
import { listStops, plural } from '../gates';
import type { Review } from '../report';
import { effectWord, ONLY_THE_PLAN, verdictOfLine } from '../verdict';
import {
  type FirstScreen,
  type ScreenNote,
  type Span,
  type Tone,
  TONES,
  listed,
  name,
  prose,
  quotedNames,
  strong,
} from './document';
import { joinedWords, sentencesOf } from './done';
import { RowMaker, endsBlock, isAnyName } from './screen-rows';

/** The most lines of a first screen that are not empty, its title and the two lines above a table's rows included. */
const MOST_LINES = 15;
const LINES_AROUND = 3;

export function firstScreenOf(review: Review): FirstScreen {
  const maker = new RowMaker(review);
  const [done, ...others] = sentencesOf(review);
  // The first line stands beside the verdict.
  const says = [...(done === undefined ? [] : [done]), ...observedIn(review), ...others];
  const notes = [...cannotBeJudged(review), ...lookAt(review), ...notKnown(review, maker), ...next(review)];
  return {
    name: review.name,
    ...(review.approving.tenant !== undefined && { tenant: review.approving.tenant }),
    tone: toneOf(review),
    verdict: verdictIn(review),
    says,
    rows: maker.make(MOST_LINES - LINES_AROUND - Math.max(1, says.length) - notes.length),
    notes,
  };
}

/** The most characters of the line that says what is not observed. */
const LONGEST_OBSERVED = 190;

/** Says of a tenant that is observed what is not: it stands before all that is said of traffic. */
function observedIn({ observed }: Review): Span[][] {
  if (observed === undefined) return [];
  const { at, notObserved: all } = observed;
  const begin = `As observed at ${at}. Not observed, and so not known: `;
  const line = (count: number) => {
    const more = all.length - count;
    return `${begin}${all.slice(0, count).join('; ')}${more > 0 ? `; ${more} more below` : ''}.`;
  };
  const counts = all.map((_, index) => all.length - index);
  const fits = counts.find((count) => line(count).length <= LONGEST_OBSERVED) ?? 1;
  return [[prose(all.length === 0 ? `As observed at ${at}.` : line(fits))]];
}

function toneOf({ verdict, traffic, isComplete }: Review): Tone {
  if (traffic.some(endsBlock)) return 'danger';
  return isComplete || verdict !== 'no_traffic_change' ? TONES[verdict] : 'warning';
}

/** Says in a few words what becomes of traffic, and never more than is known. */
function verdictIn(review: Review): string {
  const { traffic, isComplete, counts } = review;
  const has = (word: string) => traffic.some((line) => effectWord(line) === word);
  const judged = isComplete ? '' : 'Cannot be judged as a whole. What was judged: ';
  const begin = (text: string) => (isComplete ? text : `${judged}${text.charAt(0).toLowerCase()}${text.slice(1)}`);
  if (traffic.length === 0) {
    const { read: _, drift: __, ...actions } = counts;
    const isNothing = Object.values(actions).every((count) => count === 0);
    return begin(isNothing ? 'Does nothing.' : 'Changes no traffic.');
  }
  const reaches = traffic.some((line) => verdictOfLine(line) === 'collateral');
  const lead = reaches ? 'Reaches traffic that the change does not name. ' : '';
  const blocks = has('blocks');
  const inspects = has('inspects');
  const opens = openingIn(review);
  if (opens !== undefined) {
    const others = [
      ...(opens.others === 'opens' ? [opens.others] : []),
      ...(blocks ? ['blocks'] : []),
      ...(inspects ? ['inspects'] : []),
      ...(opens.others === 'may open' ? [opens.others] : []),
    ];
    const more = others.length === 0 ? ', blocks nothing more' : `; also ${joinedWords(others)} other traffic`;
    return begin(`${lead}${opens.says}${more}.`);
  }
  const nothing = isComplete ? ', opens nothing' : '';
  if (blocks) return begin(`${lead}Blocks more${nothing}.`);
  if (inspects) return begin(`${lead}Inspects more${nothing}.`);
  return begin(`${lead}Opens and blocks nothing; traffic goes another way.`);
}

/** Says what opens, blocks first, and whether other traffic opens or may; undefined where nothing opens. */
function openingIn({ traffic, groups, destinations }: Review): { says: string; others?: string } | undefined {
  const opening = traffic.filter(({ effect }) => effect === 'broadening');
  if (opening.length === 0) return undefined;
  const ending = opening.filter(endsBlock);
  const apps = new Set(ending.flatMap((line) => line.apps)).size;
  if (apps === 0) return { says: opening.some(isCertain) ? 'Opens traffic' : 'May open traffic' };
  const rest = opening.filter((line) => !endsBlock(line));
  const others = rest.length === 0 ? {} : { others: rest.some(isCertain) ? 'opens' : 'may open' };
  // A block that stays, and lets some hosts through, does not end.
  const isPartly =
    groups.every(({ done }) => done !== 'block_ended') &&
    ending.every((line) => {
      const places = line.destinations === undefined ? [{}] : (destinations[line.destinations] ?? [{}]);
      return places.every(({ hosts }) => hosts !== undefined && !hosts.some(isAnyName));
    });
  if (isPartly) {
    const what = apps === 1 ? 'a blocked app' : `${apps} blocked apps`;
    return { says: `${ending.some(isCertain) ? 'Lets' : 'May let'} ${what} through to some hosts`, ...others };
  }
  const what = apps === 1 ? 'a block' : `${apps} blocks`;
  return { says: `${ending.some(isCertain) ? 'Ends' : 'May end'} ${what}`, ...others };
}

const isCertain = ({ certain }: Review['traffic'][number]) => certain;

function cannotBeJudged({ notJudged }: Review): ScreenNote[] {
  const [first, ...others] = notJudged;
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : `(1 of ${others.length + 1} reasons) `;
  return [{ tone: 'warning', text: [strong('Cannot be judged: '), prose(`${more}${first}`)] }];
}

/** Names the worst of what somebody should look at beside traffic, and counts the rest. */
function lookAt({ tests, findings, others, removals }: Review): ScreenNote[] {
  const failed = tests.filter(({ result }) => result !== 'passed');
  const wrong = findings.filter(({ severity }) => severity !== 'info');
  const fresh = wrong.filter(({ isNew }) => isNew);
  const errors = fresh.filter(({ severity }) => severity === 'error');
  const acting = others.filter(({ kind }) => kind === 'program' || kind === 'data source' || kind === 'resource');
  // The plan's own line counts what is destroyed; names of a few of many say no more.
  const gone = removals.filter(({ action }) => action !== 'forget');
  const removed = gone.length > MOST_REMOVED && gone.every(({ action }) => action === 'destroy') ? [] : gone;
  const [finding] = [...errors, ...fresh];
  const parts: readonly (readonly [isThere: boolean, text: readonly Span[]])[] = [
    [
      failed.length > 0,
      [
        strong(`${plural(failed.length, 'traffic test')} that did not pass: `),
        ...called(failed, ({ name: title }) => title),
      ],
    ],
    [acting.length > 0, [strong('what acts beside steering: '), ...called(acting, (one) => one.name)]],
    [
      removed.length > 0,
      [
        strong(`${plural(removed.length, 'object')} destroyed or replaced: `),
        ...called(removed, ({ at }) => at.address ?? at.id ?? ''),
      ],
    ],
    [
      finding !== undefined,
      [
        strong(`${plural(fresh.length, 'finding')}: `),
        prose('['),
        name(finding?.rule ?? ''),
        prose('] '),
        ...quotedNames(finding?.message ?? ''),
      ],
    ],
    [wrong.length > fresh.length, [prose(`${plural(wrong.length - fresh.length, 'finding')} there before`)]],
  ];
  const shown = parts.flatMap(([isThere, text]) => (isThere ? [text] : []));
  const tone: Tone =
    failed.length + errors.length > 0 ? 'danger' : fresh.length + acting.length > 0 ? 'warning' : 'quiet';
  return shown.length === 0 ? [] : [{ tone, text: [strong('Look at '), ...separated(shown)] }];
}

function called<T>(all: readonly T[], nameOf: (one: T) => string): Span[] {
  return listed(all.map(nameOf), 1);
}

/** Says what is not known; what nobody published is one sentence, because it is the same for every plan. */
function notKnown({ reservations, does }: Review, { udp: { size: udp }, ofCloud }: RowMaker): ScreenNote[] {
  const [first, ...others] = reservations.filter((text) => text !== ONLY_THE_PLAN);
  const more = others.length === 0 ? '' : `(1 of ${others.length + 1}) `;
  const short = [
    ...(ofCloud.size === 0 ? [] : ['which hosts are steered cloud apps']),
    ...(udp === 0 ? [] : [`whether clients steer UDP and QUIC, which nobody published (${plural(udp, 'change')})`]),
    ...(does.tenant ? [] : ['what else is on the tenant (review with --tenant)']),
  ];
  const lines = [
    ...(short.length === 0 ? [] : [['Not known: ', short.join('; ')] as const]),
    ...(first === undefined ? [] : [['Note: ', `${more}${first}`] as const]),
  ];
  return lines.map(([label, text]) => ({ tone: 'quiet', text: [strong(label), prose(text)] }));
}

/** The most destroyed objects that are worth a line beside the plan's own. */
const MOST_REMOVED = 3;

const COUNTS: readonly (readonly [action: keyof Review['counts'], words: string])[] = [
  ['destroy', 'to destroy'],
  ['replace', 'to replace'],
  ['forget', 'to let go'],
  ['create', 'to create'],
  ['update', 'to update'],
  ['import', 'to import'],
  ['move', 'to move'],
  ['drift', 'changed on the tenant'],
];

/** Says what the plan does and what comes next: clients that fetch it, and gates that stop. */
function next(review: Review): ScreenNote[] {
  const { counts, rollout } = review;
  const told = COUNTS.filter(([action]) => counts[action] > 0).map(([action, words]) => `${counts[action]} ${words}`);
  const minutes = Math.max(0, ...rollout.map(({ withinMinutes }) => withinMinutes));
  const stops = listStops({ plans: [review] }).filter(({ gate }) => gate !== 'warning');
  const parts = [
    told.length === 0 ? 'nothing to do' : told.join(', '),
    ...(minutes === 0 ? [] : [`clients fetch it within ${minutes} min`]),
    ...(stops.length === 0 ? ['no approval needed'] : []),
  ];
  const plan: ScreenNote = { tone: 'quiet', text: [strong('Plan: '), prose(parts.join(' · '))] };
  if (stops.length === 0) return [plan];
  const gates = stops.map(({ gate, because }) => [prose(`${because} (gate `), name(gate), prose(')')]);
  return [plan, { tone: 'warning', text: [strong('Next: '), prose('mend or approve: '), ...separated(gates)] }];
}

function separated(parts: readonly (readonly Span[])[]): Span[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [prose(' · '), ...part]));
}
