/** Whether a pinned app is the one that a process belongs to: domain.md 2 and 5.4. */
import type { MatchKind } from '../../../../steering/domain/processes';
import type { Definition, PinnedApp } from '../../../../steering/model/model';
import { PARTS, PATTERNS } from '../../random/words';
import type { Case } from './case';
import { isCovered } from './host-by-hand';

/** Not defined on a platform: it is not known there. */
export function isOfApp(one: Case, app: PinnedApp): boolean {
  const { world, flow, host } = one;
  if (!world.hasObject(app)) return false;
  const definition = app.platforms[flow.platform];
  if (definition === undefined) return false;
  const name = `${app.key} on this platform`;
  if (!definition.known && definition.candidates === undefined) return world.is(`${name} is the app of the flow`);
  const known = world.valueOf<Definition | undefined>(name, definition, []);
  if (known === undefined) return false;
  const isMobile = flow.platform === 'ios' || flow.platform === 'android';
  // An app without domains is known by process [assumed]; else the version decides [doc], which no flow tells.
  if (isMobile && !world.isEmpty(`${name}: domains`, known.domains) && world.holds('mobile apps by domain')) {
    if (world.is('this device knows apps by domain', app.key))
      return (
        host.kind === 'name' && world.names(`${name}: domains`, known.domains, (each) => isCovered(host.text, each))
      );
  }
  const { match, processes } = known;
  const kinds: readonly MatchKind[] = match.known ? [match.value] : (match.candidates ?? ['exact', 'regex']);
  const isOf = (kind: MatchKind, element: string) =>
    world.ask(`${name}: match`, kinds, `${kind} ${element}`) === kind && isElement(one, kind, element);
  return world.names(`${name}: processes`, processes, (element) => kinds.some((kind) => isOf(kind, element)));
}

/** An element with a comma is kept whole or split there, on the whole tenant alike; which is not published. */
function isElement(one: Case, match: MatchKind, element: string): boolean {
  const { world } = one;
  const isOne = match === 'exact' ? isExact : isFound;
  if (!element.includes(',') || !world.holds('commas in elements')) return isOne(one, element);
  if (!world.is('commas split elements')) return isOne(one, element);
  return partsOf(match, element).some((part) => isOne(one, part));
}

function partsOf(match: MatchKind, element: string): readonly string[] {
  // Halves of brackets and of quantifiers match nothing: of each pattern, the parts that are patterns are written down.
  const written = match === 'regex' ? PARTS[element] : undefined;
  return written ?? element.split(',').map((part) => part.trim());
}

/** Exact names compare without case. [assumed] */
function isExact({ world, flow }: Case, name: string): boolean {
  if (name === flow.process) return true;
  return fold(name) === fold(flow.process) && world.holds('exact names without case');
}

/** Letter by letter: ß is one letter in both cases, and no SS. */
function fold(name: string): string {
  return [...name].map((letter) => letter.toLowerCase()).join('');
}

/** A pattern is found anywhere in the name [assumed]; whether case counts is not published. */
function isFound({ world, flow }: Case, source: string): boolean {
  const { process } = flow;
  const pattern = patternOf(source);
  if (pattern === undefined) {
    const rule = source === '^(Zoom' ? 'broken patterns' : 'patterns outside RE2';
    return world.holds(rule) && world.is(`${source} matches`);
  }
  const matches = (flags: string) => {
    const found = new RegExp(pattern.source, flags).exec(process);
    if (found === null || found[0] === process) return found !== null;
    return world.holds('patterns search');
  };
  const [asWritten, inAnyCase] = [pattern.flags, 'i'].map(matches);
  if (asWritten === inAnyCase || !world.holds('case of patterns')) return asWritten === true;
  return world.is('patterns ignore case');
}

function patternOf(source: string): RegExp | undefined {
  // An exact name that may be a pattern is one that JavaScript reads alike.
  return source in PATTERNS ? PATTERNS[source] : new RegExp(source);
}
