/** How is it told in a sentence what a person did, and whom it is for? */
import { groupBy } from '../../steering';
import type { ChangeGroup, Done, Review } from '../report';
import { platformTitle } from '../../steering';
import { type Span, listed, name, prose } from './document';
import { NOBODY } from './words';

/** The most names of a group that are told. */
const MOST_NAMES = 3;

interface DoneWords {
  /** What one of the objects is called, and several. */
  readonly nouns: readonly [one: string, several: string];
  readonly says: string;
}

const SAYS: Readonly<Record<Done, DoneWords>> = {
  configuration_removed: { nouns: ['configuration', 'configurations'], says: 'removed' },
  configuration_changed: { nouns: ['configuration', 'configurations'], says: 'changed' },
  configuration_added: { nouns: ['configuration', 'configurations'], says: 'added' },
  block_ended: { nouns: ['', 'apps'], says: 'no longer blocked' },
  bypass_added: { nouns: ['', 'names'], says: 'bypassed' },
  bypass_changed: { nouns: ['', 'names'], says: 'bypassed in another way' },
  block_added: { nouns: ['', 'apps'], says: 'blocked' },
  block_changed: { nouns: ['', 'apps'], says: 'blocked in another way' },
  bypass_ended: { nouns: ['', 'names'], says: 'no longer bypassed' },
  app_changed: { nouns: ['the app', 'apps'], says: 'defined otherwise' },
  port_removed: { nouns: ['port entry', 'port entries'], says: 'removed' },
  port_changed: { nouns: ['port entry', 'port entries'], says: 'changed' },
  port_added: { nouns: ['port entry', 'port entries'], says: 'added' },
};

/** The words for what ends, before one name and for several, in the order in which they are told. */
const ENDS: Partial<Readonly<Record<Done, readonly [one: string, several: string]>>> = {
  block_ended: ['the block of', 'blocks'],
  bypass_ended: ['the bypass of', 'bypasses'],
  configuration_removed: ['configuration', 'configurations'],
  port_removed: ['port entry', 'port entries'],
};

/** Says what was done that changes traffic, or, where nothing does, all that was done; then for whom. */
export function sentencesOf(review: Review): Span[][] {
  const { groups, traffic } = review;
  const opening = new Set(traffic.filter(({ effect }) => effect === 'broadening').map(({ id }) => id));
  const isTold = ({ done, changes }: ChangeGroup) => changes.length > 0 || done === 'configuration_removed';
  const told = traffic.length === 0 ? groups : groups.filter(isTold);
  const merged = mergedByDone(told);
  const opens = (one: ChangeGroup) => one.changes.some((id) => opening.has(id));
  const sorted = [...merged.filter(opens), ...merged.filter((one) => !opens(one))];
  const ending = sorted.filter(({ done }) => done in ENDS);
  const sentences =
    ending.length < 2
      ? sorted.map(sentenceOf)
      : [endOf(ending), ...sorted.filter((one) => !ending.includes(one)).map(sentenceOf)];
  const shown = sentences.slice(0, MOST_NAMES);
  const more = sentences.length - shown.length;
  const [first, ...rest] = shown.flatMap((sentence, index) => [...(index === 0 ? [] : [prose('; ')]), ...sentence]);
  const done = first === undefined ? [] : [{ ...first, text: begun(first) }, ...rest];
  return [
    ...(done.length === 0 ? [] : [[...done, prose(more > 0 ? `; and ${more} more.` : '.')]]),
    ...reassigned(review),
    ...(traffic.length === 0 ? [] : [affected(review)]),
  ];
}

/** Says in one sentence what ends, where several kinds of objects do. */
function endOf(groups: readonly ChangeGroup[]): Span[] {
  const byDone = groupBy(groups, ({ done }) => done);
  const kinds = Object.entries(ENDS).flatMap(([done, [one, several]]): Span[][] => {
    const same = byDone.get(done as Done) ?? [];
    const names = [...new Set(same.flatMap((group) => group.names))].sort(widestFirst);
    if (names.length === 0) return [];
    if (names.length === 1) return [[prose(`${one} `), ...listed(names)]];
    // The numbers of ports say less than the rest of the sentence.
    if (done === 'port_removed') return [[prose(`${names.length} ${several}`)]];
    return [[prose(`${names.length} ${several} (`), ...listed(names, MOST_NAMES - 1), prose(')')]];
  });
  return [
    ...kinds.flatMap((kind, index) => [
      ...(index === 0 ? [] : [prose(index === kinds.length - 1 ? ' and ' : ', ')]),
      ...kind,
    ]),
    prose(' end'),
  ];
}

function begun({ kind, text }: Span): string {
  return kind === 'prose' ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
}

interface Merged extends ChangeGroup {
  /** Whether it was done on the same platforms to all. @default true */
  readonly isAlike?: boolean;
}

/** Joins groups of which the same was done; of configurations the details differ, so they stay apart. */
function mergedByDone(groups: readonly ChangeGroup[]): Merged[] {
  const found = new Map<string, Merged>();
  for (const one of groups) {
    const key = `${one.done} ${one.platforms.length > 0} ${one.details.join()}`;
    const same = found.get(key);
    found.set(
      key,
      same === undefined
        ? { ...one, names: [...new Set(one.names)] }
        : {
            ...same,
            isAlike: (same.isAlike ?? true) && same.platforms.join() === one.platforms.join(),
            objects: [...same.objects, ...one.objects],
            names: [...new Set([...same.names, ...one.names])],
            platforms: [...new Set([...same.platforms, ...one.platforms])],
            changes: [...same.changes, ...one.changes],
          },
    );
  }
  return [...found.values()];
}

function sentenceOf({ done, names, platforms, details, isAlike = true }: Merged): Span[] {
  const { nouns, says } = SAYS[done];
  const noun = nouns[names.length === 1 ? 0 : 1];
  const many = names.length > MOST_NAMES;
  const who: Span[] = many
    ? [prose(`${names.length} ${noun} (`), ...listed([...names].sort(widestFirst), MOST_NAMES), prose(')')]
    : [...(noun === '' || (names.length > 1 && nouns[0] === '') ? [] : [prose(`${noun} `)]), ...listed(names)];
  // Where not all are alike, each is on some of the platforms.
  const where =
    platforms.length === 0 ? '' : ` on ${joinedWords(platforms.map(platformTitle), isAlike ? 'and' : 'or')}`;
  const what = details.length === 0 ? '' : `: ${details.join('; ')}`;
  return [...who, prose(` ${names.length === 1 ? 'is' : 'are'} ${says}${where}${what}`)];
}

/** Says whom the changes are for. */
function affected(review: Review): Span[] {
  const { traffic, does, reassigned: moved } = review;
  const names = [...new Set(traffic.flatMap(({ configurations: { before, after } }) => [...before, ...after]))];
  const everybody = traffic.every(({ flows }) => flows.every(({ dimension }) => dimension !== 'client'));
  const known = does.tenant ? '' : '; configurations that this plan does not show are not looked at';
  const isMoved = ({ configurations: { before, after } }: Review['traffic'][number]) => before.join() !== after.join();
  if (moved.length > 0 && traffic.every(isMoved)) {
    if (isForUnseen(review)) return [prose('For whom each configuration is, is not observed: it may be any user.')];
    return [prose(`Nobody else is affected${known}.`)];
  }
  if (everybody && does.tenant) return [prose('This is for everyone.')];
  const whom = isForOthers(review) ? ', whom no other configuration names' : '';
  return [prose('This is for users of '), ...listed(names, MOST_NAMES), prose(`${whom}${known}.`)];
}

/** Whether it is not observed for whom configurations are. */
function isForUnseen({ observed }: Pick<Review, 'observed'>): boolean {
  return observed?.notObserved.some((text) => text.includes('user_groups')) === true;
}

/** Whether all changes are for those users whom only the default configuration is for. */
export function isForOthers({ traffic, reassigned: moved }: Pick<Review, 'traffic' | 'reassigned'>): boolean {
  const isOthers = ({ flows }: Review['traffic'][number]) =>
    flows.some(({ dimension, values }) => dimension === 'client' && values.join() === NOBODY);
  return moved.length === 0 && traffic.every(isOthers);
}

/** Puts the widest names first: those with the fewest labels, where they are hosts, and all others in their order. */
function widestFirst(a: string, b: string): number {
  const labels = (one: string) => (/^[^\s.]+(\.[^\s.]+)+$/.test(one) ? one.replace(/^\*\./, '').split('.').length : 0);
  return labels(a) - labels(b) || inOrder(a, b);
}

function reassigned({ reassigned: all, observed }: Review): Span[][] {
  const [first, ...others] = all;
  if (first === undefined) return [];
  const more =
    others.length === 0 ? '' : `; ${others.length} more ${others.length === 1 ? 'kind' : 'kinds'} of users too`;
  return [
    [
      prose(isForUnseen({ ...(observed && { observed }) }) ? 'Users' : begun(prose(first.clients))),
      prose(first.platforms.length === 0 ? '' : ` on ${joinedWords(first.platforms.map(platformTitle))}`),
      prose(' get configuration '),
      name(first.after.join(' or ')),
      prose(' instead of '),
      name(first.before.join(' or ')),
      prose(`${more}.`),
    ],
  ];
}

/** Joins words as in `a, b and c`. */
export function joinedWords(words: readonly string[], last = 'and'): string {
  const [end = ''] = words.slice(-1);
  return words.length < 2 ? end : `${words.slice(0, -1).join(', ')} ${last} ${end}`;
}

/** Compares names so that those with numbers stand in the order of these. */
export function inOrder(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
