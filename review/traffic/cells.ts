/**
 * What becomes of the flows of a process to some ports? A cell of the table says it, with the flows of each case. The
 * cases are as few as possible: parts with the same outcomes before and after are joined where their regions differ in
 * one dimension only.
 */
import {
  type Asking,
  type BelongingSet,
  FATES,
  type FlowPart,
  type HostSet,
  type Judged,
  type PlannedModels,
  bothFamilies,
  inWords,
} from '../../steering';
import type { Case, Cell, Judgement } from '../report';
import { type MatrixColumn, EFFECTS, covers, effectOf, isCertain } from './columns';
import { configurationsFor } from './configuration-names';
import { describeAsking, describeBelonging, describeRegion } from './describe-region';
import { judgement, toldTurns } from './lines';

type PartRegion = FlowPart['region'];
type PartDimension = Exclude<keyof PartRegion, 'ports' | 'transport'>;

/** For each dimension, how the values of two regions are joined there. Undefined stands for the whole dimension. */
const JOIN: { readonly [D in PartDimension]: (a: PartRegion[D], b: PartRegion[D]) => PartRegion[D] } = {
  hosts: (a, b) => a && b && bothFamilies(joinHosts([...a, ...b])),
  managed: () => undefined,
  locations: () => undefined,
  clients: (a, b) => a && b && [...a, ...b],
  belonging: (a, b) => a && b && [...a, ...b],
};
const DIMENSIONS = Object.keys(JOIN) as PartDimension[];

/**
 * Joins parts.
 * @param parts parts that are all about the same ports and the same transport
 */
function joinParts(parts: readonly FlowPart[]): FlowPart[] {
  const found: FlowPart[] = [];
  for (const part of parts) {
    const index = found.findIndex((other) => differingIn(other, part) !== undefined);
    const other = found[index];
    const dimension = other === undefined ? undefined : differingIn(other, part);
    if (other === undefined || dimension === undefined) found.push(part);
    else found[index] = { ...other, region: joinIn(dimension, other.region, part.region) };
  }
  return found.length < parts.length ? joinParts(found) : found;
}

/**
 * Finds the one dimension in which two parts with the same outcomes differ; undefined where there is not exactly one.
 */
function differingIn(a: FlowPart, b: FlowPart): PartDimension | undefined {
  const outcome = ({ before, after, turns }: FlowPart) => JSON.stringify([before, after, turns]);
  if (outcome(a) !== outcome(b)) return undefined;
  const [one, another] = DIMENSIONS.filter((key) => JSON.stringify(a.region[key]) !== JSON.stringify(b.region[key]));
  if (one === undefined || another !== undefined) return undefined;
  return a.region[one] === undefined || b.region[one] === undefined ? undefined : one;
}

function joinIn<D extends PartDimension>(dimension: D, a: PartRegion, b: PartRegion): PartRegion {
  const { [dimension]: _, ...rest } = a;
  const both = JOIN[dimension](a[dimension], b[dimension]);
  return both === undefined ? rest : { ...rest, [dimension]: both };
}

/**
 * Joins sets of hosts. A domain that one set excepts from all names, and that another set contains, is no longer
 * excepted.
 */
function joinHosts(sets: readonly HostSet[]): HostSet[] {
  const names = sets.find((one) => one.kind === 'names');
  if (names === undefined) return [...sets];
  const whole = new Set(sets.flatMap((one) => (one.kind === 'suffix' && one.except.length === 0 ? one.text : [])));
  const except = names.except.filter((domain) => !whole.has(domain));
  const isIn = ({ kind, text }: HostSet) => kind === 'suffix' && whole.has(text) && names.except.includes(text);
  return [{ ...names, except }, ...sets.filter((one) => one !== names && !isIn(one))];
}

/** The most cases that a cell tells. */
const MOST_CASES = 4;

/**
 * A cell without what the changes of traffic say of it: that is added later, because one change may be about several
 * cells.
 */
export type ToldCell = Omit<Cell, 'isCollateral' | 'changes'>;

/**
 * Makes a cell.
 * @param parts all flows of the process by one transport
 */
export function cellOf(parts: readonly FlowPart[], column: MatrixColumn, models: PlannedModels): ToldCell {
  const [range] = column.ranges;
  const there = parts.filter((part) => range !== undefined && covers(part, range));
  const changed = there.filter(({ turns }) => turns.length > 0);
  const cases = joinParts(changed)
    .map((part) => caseOf(part, models))
    .sort(worstFirst);
  const stays = there.filter(({ turns }) => turns.length === 0);
  const [worst] = cases;
  return {
    before: together(there.map(({ before }) => before)),
    after: together(there.map(({ after }) => after)),
    ...(worst !== undefined && { effect: worst.effect }),
    cases: cases.slice(0, MOST_CASES),
    moreCases: Math.max(0, cases.length - MOST_CASES),
    unchanged: {
      names: distinct(stays.filter(({ region: { hosts } }) => hosts?.some(isName) ?? true)),
      addresses: distinct(stays.filter(({ region: { hosts } }) => hosts?.some((one) => !isName(one)) ?? true)),
    },
  };
}

function isName({ kind }: HostSet): boolean {
  return kind === 'name' || kind === 'suffix' || kind === 'below' || kind === 'names';
}

function distinct(parts: readonly FlowPart[]): Judgement[] {
  const all = parts.map(({ after }) => judgement(after));
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

function caseOf(part: FlowPart, models: PlannedModels): Case {
  const { before, after, turns, region, witness } = part;
  const { ports: _ports, transport: _transport, clients = [], belonging = [], ...rest } = region;
  const others: Case['flows'] = [
    { dimension: 'client', values: clients.map((one) => describeClients(one, { ...witness, ...one }, models)) },
    { dimension: 'belonging', values: belonging.map(describeNamed) },
  ];
  return {
    flows: [...describeRegion(rest), ...others.filter(({ values }) => values.length > 0)],
    effect: effectOf({ turns }),
    certain: isCertain({ before, after }),
    before: judgement(before),
    after: judgement(after),
    turns: toldTurns({ before, after, turns }),
  };
}

/** Describes what flows belong to by the exceptions that name it, with some of the names as examples. */
function describeNamed(set: BelongingSet): string {
  const names = describeBelonging(set);
  return set.groups.length === 0 ? names : `what exceptions name, such as ${names}`;
}

/** Describes clients by their configurations before and after: no other property of the clients makes a difference. */
function describeClients(asking: Asking, flow: FlowPart['witness'], { before, after }: PlannedModels): string {
  const [was, is] = [before, after].map((model) => configurationsFor(model, flow).join(' or '));
  return `configuration ${was === is ? is : `${was} → ${is}`}, such as ${describeAsking(asking)}`;
}

function worstFirst(a: Case, b: Case): number {
  return (
    EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect) ||
    Number(b.certain) - Number(a.certain) ||
    a.flows.length - b.flows.length ||
    (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
  );
}

/** Combines judgements: everything is possible that is possible in any of them. */
function together(all: readonly Judged[]): Judgement {
  const fates = all.flatMap(({ possible }) => possible).reduce((set, fate) => set | (1 << FATES.indexOf(fate)), 0);
  return judgement(inWords(fates));
}
