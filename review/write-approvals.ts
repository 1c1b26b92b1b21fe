/**
 * What does a person accept of a review, and how does it come into the file of approvals? A person names single changes
 * and findings by their ids, or an object with all that it causes, or takes all that the gates stop at. What stands in
 * the file already stays as it is written.
 */
import { quote } from '../steering';
import { bare, mostSlipsIn, slipsBetween } from '../steering/demands/spelling';
import { latestDay, readApprovals, type ApprovalEntry } from './approvals';
import { stoppingAt, type Gate } from './gates';
import type { Approval, At, Report, Review, TrafficLine } from './report';

/** The error for a wish that makes no sense, or that nothing in the review meets. */
export class NotToApprove extends Error {
  override readonly name = 'NotToApprove';
}

/** What a person wants to accept. */
export interface Wish extends Approval {
  /** Ids or their beginnings, addresses of resources, paths of constructs; none means all that the gates stop at. */
  readonly what: readonly string[];
  readonly gates: readonly Gate[];
}

interface Picked {
  readonly id: string;
  readonly review: Review;
}

/** A change of traffic or a finding, with the objects by whose names it can be picked. */
interface Pickable extends Picked {
  readonly objects: readonly At[];
}

const ID = /^[0-9a-f]{1,32}$/i;
/** The fewest digits of an id that name a change. */
const FEWEST_DIGITS = 8;
/** The most names that a complaint lists. */
const MOST_NAMES = 10;

/**
 * Makes the approvals that a person wishes for.
 * @param today the day of the review, ISO 8601
 * @throws NotToApprove
 */
export function approvalsFor(report: Report, wish: Wish, today: string): ApprovalEntry[] {
  checkTerm(wish, today);
  const picked = wish.what.length === 0 ? pickedByGates(report, wish.gates) : pickedByName(report, wish.what);
  const entries = picked.map(({ id, review: { approving } }): ApprovalEntry => {
    const { stack, tenant } = approving;
    if (tenant === undefined)
      throw new NotToApprove(
        'An approval counts on one tenant, and which one this plan acts on is not known. Set NETSKOPE_SERVER_URL to its address, such as https://TENANT.goskope.com/api/v2.',
      );
    return { change: id, stack, tenant, reason: wish.reason, expires: wish.expires };
  });
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
}

function checkTerm({ reason, expires }: Approval, today: string): void {
  if (/^(|WHY)$/.test(reason.trim()))
    throw new NotToApprove(
      'An approval needs a reason that others understand later. Write --reason "CHG-4711: what it is for".',
    );
  if (expires < today)
    throw new NotToApprove(
      `An approval until ${expires} would not count on ${today}. Write a later day with --expires.`,
    );
  const latest = latestDay(today);
  if (expires > latest)
    throw new NotToApprove(
      `An approval until ${expires} would be too long. The latest day for --expires is ${latest}.`,
    );
}

function pickedByGates(report: Report, gates: readonly Gate[]): readonly Picked[] {
  const { approvable, fixed } = stoppingAt(report, gates);
  if (approvable.length > 0) return approvable;
  if (fixed > 0)
    throw new NotToApprove(
      'Nothing here can be approved: a traffic test that does not pass, and what cannot be judged, stop in any case. Change the test, or the plan.',
    );
  const asked = gates.length === 0 ? 'never' : gates.join(',');
  throw new NotToApprove(
    `Nothing needs an approval: --fail-on ${asked} does not stop at anything that this plan does. Name what you accept with --approve.`,
  );
}

function pickedByName(report: Report, names: readonly string[]): Picked[] {
  const all = report.plans.flatMap((review): Pickable[] => [
    ...review.traffic.map((line) => ({ id: line.id, objects: causesIn(line, review), review })),
    ...review.findings.map(({ id, at }) => ({ id, objects: at, review })),
  ]);
  if (all.length === 0)
    throw new NotToApprove('Nothing can be approved: the plan changes no traffic and has no findings.');
  return names.flatMap((name) => namedBy(name, all));
}

/** Returns what causes a change, everywhere or at some of its destinations. */
function causesIn({ causes, destinations }: TrafficLine, { destinations: lists }: Review): readonly At[] {
  const places = destinations === undefined ? [] : (lists[destinations] ?? []);
  return [...causes, ...places.flatMap((place) => place.causes ?? [])];
}

function namedBy(name: string, all: readonly Pickable[]): Pickable[] {
  const ofObject = all.filter(({ objects }) => objects.some((at) => isAt(at, name)));
  if (ofObject.length > 0) return ofObject;
  const byId = ID.test(name) ? all.filter(({ id }) => id.startsWith(name.toLowerCase())) : [];
  const ids = [...new Set(byId.map(({ id }) => id))];
  if (ids.length === 1 && name.length >= FEWEST_DIGITS) return byId;
  if (ids.length > 0)
    throw new NotToApprove(
      name.length < FEWEST_DIGITS
        ? `${quote(name)} is too short for an id: write ${FEWEST_DIGITS} of its digits or more.`
        : `${quote(name)} begins several ids: ${listOf(ids)}. Write more digits.`,
    );
  throw new NotToApprove(unknown(name, all));
}

/**
 * Says whether a name is that of an object, or of what the object is a part of: a module, a resource with several
 * instances, or a construct.
 */
function isAt({ address = '', construct = '' }: At, name: string): boolean {
  const isModule = /(^|\.)module\.[^.[\]]+(\[[^[\]]*\])?$/.test(name);
  return (
    [address, construct].includes(name) ||
    address.startsWith(`${name}[`) ||
    (isModule && address.startsWith(`${name}.`)) ||
    construct.startsWith(`${name}/`)
  );
}

function unknown(name: string, all: readonly Pickable[]): string {
  const objects = all.flatMap(({ objects: some }) => some.flatMap(({ address, construct }) => [address, construct]));
  const names = [...new Set(objects.filter((one) => one !== undefined))].sort();
  const ids = [...new Set(all.map(({ id }) => id))];
  const [near] = [...names, ...ids]
    .map((one) => ({ one, slips: slipsBetween(bare(name).slice(0, 200), bare(one).slice(0, 200)) }))
    .filter(({ one, slips }) => slips <= mostSlipsIn(bare(one)))
    .sort((a, b) => a.slips - b.slips);
  const meant = near === undefined ? '' : ` Did you mean ${quote(near.one)}?`;
  const known = names.length === 0 ? '' : `, or name what causes something here: ${listOf(names)}`;
  return `No change and no finding has the id ${quote(name)}, and nothing here is caused by an object of that name.${meant} Write an id that the review shows (${FEWEST_DIGITS} digits or more)${known}.`;
}

function listOf(names: readonly string[]): string {
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `${names.slice(0, MOST_NAMES).map(quote).join(', ')}${more}`;
}

/** A file of approvals with more in it. */
export interface WrittenApprovals {
  readonly text: string;
  readonly added: number;
  /** The number of approvals that have another reason or day than before. */
  readonly changed: number;
}

/**
 * Writes approvals into the text of a file. What the file says already stays, to the byte; only an approval of the same
 * change on the same stack and tenant is written anew.
 * @param text the text of the file; undefined where there is none yet
 * @throws UnreadableApprovals
 */
export function writeApprovals(
  text: string | undefined,
  entries: readonly ApprovalEntry[],
  today: string,
): WrittenApprovals {
  const [first] = entries;
  const old = text === undefined || first === undefined ? [] : readApprovals(text, today, first);
  const source = text ?? '{\n  "approvals": []\n}\n';
  const { elements, open, close } = placesIn(source);
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const write = (entry: ApprovalEntry) => JSON.stringify(entry, undefined, 2).replaceAll('\n', `${eol}    `);
  const indexes = new Map(old.map((entry, index) => [keyOf(entry), index]));
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  const added: string[] = [];
  for (const { change, stack, tenant, reason, expires } of entries) {
    const entry = { change, stack, tenant, reason, expires };
    const index = indexes.get(keyOf(entry));
    const place = index === undefined ? undefined : elements[index];
    const before = index === undefined ? undefined : old[index];
    if (place === undefined) added.push(write(entry));
    else if (before?.reason !== reason || before.expires !== expires) edits.push({ ...place, text: write(entry) });
  }
  const changed = edits.length;
  if (added.length > 0) {
    const last = elements.at(-1)?.to;
    const gap = source.slice(last ?? open, close);
    const end = gap.includes('\n') && last !== undefined ? gap : `${eol}  `;
    const text = `${last === undefined ? '' : ','}${eol}    ${added.join(`,${eol}    `)}${end}`;
    edits.push({ from: last ?? open, to: close, text });
  }
  const inOrder = edits.sort((a, b) => b.from - a.from);
  const written = inOrder.reduce((all, { from, to, text: part }) => all.slice(0, from) + part + all.slice(to), source);
  return { text: written, added: added.length, changed };
}

function keyOf({ change, stack, tenant }: ApprovalEntry): string {
  return JSON.stringify([change, stack, tenant]);
}

/** Finds the places of the list and of its elements in the text of a file that holds one object with one list. */
function placesIn(text: string): { elements: { from: number; to: number }[]; open: number; close: number } {
  let places = { elements: [] as { from: number; to: number }[], open: 0, close: 0 };
  let depth = 0;
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/g)) {
    if (sign.startsWith('"')) continue;
    const opens = sign === '{' || sign === '[';
    if (!opens) depth -= 1;
    // Of a name that stands twice in an object, JSON takes the last value.
    if (depth === 1 && sign === '[') places = { elements: [], open: index + 1, close: 0 };
    if (depth === 2 && sign === '{') from = index;
    if (depth === 2 && sign === '}') places.elements.push({ from, to: index + 1 });
    if (depth === 1 && sign === ']') places.close = index;
    if (opens) depth += 1;
  }
  return places;
}
