/**
 * The flows of one context (a platform, clients, locations), parted into regions in each of which every flow has the same
 * fates before and the same after. Factored: what becomes of a flow is what its traffic meets, whatever the process, joined
 * with what its process brings about, whatever the traffic; only the destination concerns both.
 */
import { parseDomainEntry } from '../engine/domain-list';
import { combine, fatesOfMatched, NO_MATCH, type Matched } from '../engine/evaluate';
import { parseHost, type Host } from '../engine/host';
import type { PinnedIndex } from '../engine/pinned-index';
import { applyRule, type PinnedRule } from '../engine/pinned-rule';
import type { Flow, Transport } from '../flow';
import { DIRECT, NOTHING, type Possibilities } from '../outcome';
import type { Context, World } from './contexts';
import type { Contribution } from './contributions';
import type { HostPart } from './host-space';
import type { Membership } from './memberships';
import { processClasses, type ProcessClass, type ProcessClasses } from './process-classes';
import type { Treatment, TrafficSpace } from './traffic-space';

/** A column of traffic on managed (odd) or unmanaged (even) devices. */
export type Slot = number;

export const slotOf = (column: number, managed: boolean): Slot => 2 * column + (managed ? 1 : 0);
export const columnOf = (slot: Slot): number => slot >> 1;
export const isManaged = (slot: Slot): boolean => slot % 2 === 1;

export interface Region {
  readonly context: Context;
  readonly traffic: TrafficSpace;
  readonly world: World;
  readonly before: Possibilities;
  readonly after: Possibilities;
  readonly process: ProcessClass;
  readonly parts: readonly { readonly part: HostPart; readonly slots: readonly Slot[] }[];
}

/** A flow, as a place in a context. */
export interface Place {
  readonly process: string;
  readonly part: string;
  readonly slot: Slot;
}

type Keep = (before: Possibilities, after: Possibilities) => boolean;

export class ContextPartition {
  readonly processes: ProcessClasses;
  private readonly indexes: readonly PinnedIndex[];
  /** By scenario, the index of its rules. */
  private readonly rulesOf: readonly number[];
  private readonly parts = new Map<string, readonly HostPart[]>();

  /** @param isOwn whether a rule must be told from others with the same effect */
  constructor(
    readonly context: Context,
    readonly traffic: TrafficSpace,
    isOwn: (rule: PinnedRule) => boolean,
  ) {
    const all = context.scenarios.map(({ index, place }) => index.at(place).pinned(context.platform));
    this.indexes = [...new Set(all)];
    this.rulesOf = all.map((index) => this.indexes.indexOf(index));
    this.processes = processClasses(this.indexes, isOwn);
  }

  /** @param keep which regions are wanted */
  *regions(keep: Keep): Generator<Region> {
    for (const world of this.context.worlds) {
      for (const process of this.processes.classes.values()) yield* this.regionsOf(process, world, keep);
    }
  }

  /** Where a flow of this context is; undefined, where it is in none of the classes that were found. */
  locate(flow: Flow & Membership & { readonly transport: Transport; readonly managed: boolean }): Place | undefined {
    const process = this.processes.classes.get(this.processes.keyOf(flow.process));
    const port = this.traffic.ports.indexOf(flow.port);
    const membership = this.traffic.memberships.indexOf(flow);
    const column = this.traffic.columns.findIndex(
      (one) => one.port === port && one.transport === flow.transport && one.membership === membership,
    );
    if (process === undefined || column < 0) return undefined;
    const host = parseHost(flow.host);
    const base = this.traffic.hosts.keyOf(host);
    const part = host.kind === 'name' ? `${base}|${saidOf(process, host)}` : base;
    return { process: process.key, part, slot: slotOf(column, flow.managed) };
  }

  private *regionsOf(process: ProcessClass, world: World, keep: Keep): Generator<Region> {
    const regions = new Map<number, Omit<Region, 'parts'> & { parts: { part: HostPart; slots: Slot[] }[] }>();
    const { context, traffic } = this;
    const unchanged = this.isUnchanged(process, world);
    for (const part of this.partsFor(process)) {
      const treatments = traffic.treatmentsOf(part.base);
      for (const managed of [false, true]) {
        const matched = this.matchedBy(process, part, managed);
        treatments.forEach((byScenario, column) => {
          if (unchanged && isTreatedAlike(byScenario, world) && !keep(1, 1)) return;
          const [before, after] = [world.before, world.after].map((side) =>
            fatesIn(side, byScenario, matched, this.rulesOf),
          );
          if (before === undefined || after === undefined || !keep(before, after)) return;
          const key = before * 64 + after;
          let region = regions.get(key);
          if (region === undefined)
            regions.set(key, (region = { context, traffic, world, before, after, process, parts: [] }));
          const last = region.parts.at(-1);
          const slot = slotOf(column, managed);
          if (last?.part === part) last.slots.push(slot);
          else region.parts.push({ part, slots: [slot] });
        });
      }
    }
    yield* regions.values();
  }

  private partsFor(process: ProcessClass): readonly HostPart[] {
    const listed = listsOf(process);
    const cacheKey = listed.length === 0 ? '' : undefined;
    const known = cacheKey === undefined ? undefined : this.parts.get(cacheKey);
    if (known !== undefined) return known;
    const domains = new Set(listed.flatMap(({ rule }) => domainsOf(rule)));
    const parts = [
      ...this.traffic.hosts.part(domains, (host) => saidOf(process, host)),
      ...[...this.traffic.hosts.classes.values()].flatMap((base): HostPart[] => {
        const [atom] = base.atoms;
        return base.isName || atom === undefined ? [] : [{ base, key: base.key, host: atom.host }];
      }),
    ];
    if (cacheKey !== undefined) this.parts.set(cacheKey, parts);
    return parts;
  }

  private matchedBy({ contributions }: ProcessClass, { host, base }: HostPart, managed: boolean): readonly Matched[] {
    const matched = this.indexes.map(() => NO_MATCH);
    if (!base.isName) return matched;
    for (const { scenario, rule, matched: byProcess } of contributions) {
      const { fates, finding } = applyRule(rule, byProcess, host, managed);
      if (finding.verdict === 'no') continue;
      const certain = finding.verdict === 'yes';
      const one: Matched = { certain: certain ? fates : NOTHING, possible: certain ? NOTHING : fates };
      matched[scenario] = combine(matched[scenario] ?? NO_MATCH, one);
    }
    return matched;
  }

  /** Whether the process brings about the same before and after. */
  private isUnchanged({ contributions }: ProcessClass, world: World): boolean {
    const keyOf = (side: readonly number[]) =>
      side
        .map((scenario) =>
          contributions
            .filter((one) => one.scenario === this.rulesOf[scenario])
            .map(({ effect, matched }) => `${effect}${matched.verdict}`)
            .sort()
            .join(),
        )
        .sort()
        .join('|');
    return keyOf(world.before) === keyOf(world.after);
  }
}

function fatesIn(
  scenarios: readonly number[],
  treatments: readonly Treatment[],
  matched: readonly Matched[],
  rulesOf: readonly number[],
): Possibilities {
  let fates = NOTHING;
  for (const scenario of scenarios) {
    const treatment = treatments[scenario];
    if (treatment === undefined) continue;
    if (treatment.intercepted !== 'yes') fates |= DIRECT;
    if (treatment.intercepted === 'no') continue;
    fates |= fatesOfMatched(combine(treatment, matched[rulesOf[scenario] ?? 0] ?? NO_MATCH));
  }
  return fates;
}

function isTreatedAlike(treatments: readonly Treatment[], { before, after }: World): boolean {
  const keyOf = (side: readonly number[]) =>
    side
      .map((scenario) => {
        const one = treatments[scenario];
        return one === undefined ? '' : `${one.intercepted}${one.certain}.${one.possible}`;
      })
      .sort()
      .join('|');
  return keyOf(before) === keyOf(after);
}

/** Contributions whose rules look at the destination. */
function listsOf({ contributions }: ProcessClass): Contribution[] {
  return contributions.filter(({ rule }) => rule.domains !== undefined || isLimited(rule));
}

function isLimited({ limit, actions }: PinnedRule): boolean {
  return limit !== undefined && actions.some((action) => action?.startsWith('bypass') === true);
}

function saidOf(process: ProcessClass, host: Host): string {
  return listsOf(process)
    .map(({ rule }) => `${rule.limit?.limits(host).verdict[0] ?? '-'}${rule.domains?.tells(host).verdict[0] ?? '-'}`)
    .join('');
}

function domainsOf({ limitNames, domainNames }: PinnedRule): string[] {
  return [...limitNames.items, ...domainNames.items].flatMap((item) => {
    const { kind, text } = parseDomainEntry(item);
    return kind === 'address' || text === '' || text === '*' ? [] : [text];
  });
}
