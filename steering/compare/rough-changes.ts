/**
 * How are thousands of changes of one context told? All that the same objects change in the same way becomes one draft,
 * whatever else is possible there before and after. The region of the draft contains all of them.
 */
import { computed } from '../collections';
import { parseHost } from '../decide/destination';
import { fatesOf, type Possibilities } from '../decide/outcome';
import type { Model } from '../model/model';
import { type ChangedObjects, groupsOf, tracedCausesOf } from './causes';
import { columnOf, isManaged, type Box, type ContextPartition, type ProcessVerdict } from './classes';
import type { HostSet, PortRange } from './comparison';
import { atomsOf, type HostClass, type HostPart } from './hosts';
import { readingsOf, type Draft } from './merge';
import type { ProcessClass } from './processes';
import { type ProcessElement, bothFamilies, describePorts, describeProcesses, portElements } from './regions';
import type { TrafficSpace } from './traffic';
import { changesIn } from './turns';
import type { FlowsVerdict } from './verdicts';

/** The number of values of a dimension that are listed. */
const MOST_LISTED = 12;
/** The number of hosts of a class whose causes are looked at. */
const MOST_LOOKED_AT = 64;

const ANY_PROCESS = 'another-process.exe';

/** Changes that become one draft. */
interface Group {
  /** The change that says most clearly what happens. */
  best: { readonly found: ProcessVerdict; readonly element: ProcessElement; readonly box: Box };
  readonly processes: Set<ProcessElement>;
  readonly boxes: Box[];
  /** The ids of the changed objects that are about the processes. */
  readonly owners: readonly string[];
}

/** Drafts the changes of a context roughly. */
export function roughDrafts(
  partition: ContextPartition,
  found: readonly ProcessVerdict[],
  models: { readonly before: Model; readonly after: Model },
  changed: ChangedObjects,
): Draft[] {
  const groups = new Map<string, Group>();
  const byOwners = new Map<ProcessClass, ReturnType<typeof groupsOf>>();
  for (const one of found) {
    const { process } = one;
    const difference = differenceIn(one.verdict);
    for (const [owners, elements] of computed(byOwners, process, () =>
      groupsOf(process, partition.processes, changed),
    )) {
      const [element] = elements;
      if (element === undefined) continue;
      for (const box of one.boxes) {
        const key = `${owners} ${owners === '' ? box.part.base.key : ''} ${difference}`;
        const candidate = { found: one, element, box };
        const group = groups.get(key);
        if (group === undefined)
          groups.set(key, {
            best: candidate,
            processes: new Set(elements),
            boxes: [box],
            owners: owners === '' ? [] : owners.split('\n'),
          });
        else {
          for (const another of elements) group.processes.add(another);
          group.boxes.push(box);
          if (vagueness(one.verdict) < vagueness(group.best.found.verdict)) group.best = candidate;
        }
      }
    }
  }
  const known = new Map<HostClass, ReadonlySet<string>>();
  const trafficCauses = (base: HostClass) =>
    computed(known, base, () => causesOnHosts(partition, base, models, changed));
  const portsOf = describedPorts(partition.traffic);
  return [...groups.values()].map((group) => draftOf(partition, group, { trafficCauses, portsOf }, changed.exceptions));
}

/** Answers that many drafts share. */
interface KnownDraft {
  readonly trafficCauses: (base: HostClass) => ReadonlySet<string>;
  /** @param groups the indexes of groups of ports */
  readonly portsOf: (groups: ReadonlySet<number>) => readonly PortRange[] | undefined;
}

function describedPorts({ ports }: TrafficSpace): KnownDraft['portsOf'] {
  const all = ports.groups.flatMap((group, index) => portElements(group, index));
  const known = new Map<string, readonly PortRange[] | undefined>();
  return (groups) => {
    const key = [...groups].join();
    if (!known.has(key)) {
      const included = all.filter(({ group }) => groups.has(group));
      known.set(key, describePorts(all, included));
    }
    return known.get(key);
  };
}

/** Returns the ids of the objects because of which traffic to some hosts is treated otherwise, whatever the process. */
function causesOnHosts(
  partition: ContextPartition,
  base: HostClass,
  models: { readonly before: Model; readonly after: Model },
  changed: ChangedObjects,
): ReadonlySet<string> {
  const causes = new Set<string>();
  const slot = partition.changedSlot(base);
  const flow = { process: ANY_PROCESS, host: base.atoms[0]?.host ?? parseHost(''), slot };
  const atoms = changed.concern('hosts') ? base.atoms.slice(0, MOST_LOOKED_AT) : base.atoms.slice(0, 1);
  for (const { host } of atoms) {
    for (const one of tracedCausesOf(models.before, models.after, changed, partition.flow({ ...flow, host })))
      causes.add(one);
  }
  return causes;
}

function draftOf(
  partition: ContextPartition,
  { best: { found, element, box }, processes, boxes, owners }: Group,
  { trafficCauses, portsOf }: KnownDraft,
  allExceptions: readonly string[],
): Draft {
  const { traffic, context } = partition;
  const slots = [...new Set(boxes.map((one) => one.slots))].flat();
  const columns = [...new Set(slots.map(columnOf))].flatMap((index) => traffic.columns[index] ?? []);
  const ports = portsOf(new Set(columns.map(({ port }) => port)));
  const [transport, anotherTransport] = new Set(columns.map((one) => one.transport));
  const [managed, unmanagedToo] = new Set(slots.map(isManaged));
  const hosts = hostsAround(boxes.map(({ part }) => part));
  const described = describeProcesses([...processes], partition.processes);
  const witness = partition.flow({ process: element.example, host: box.part.host, slot: box.slots[0] ?? 0 });
  const causes = new Set(owners);
  if (partition.isTreatedOtherwise(box.part.base)) for (const one of trafficCauses(box.part.base)) causes.add(one);
  return {
    verdict: found.verdict,
    readings: readingsOf(found.verdict, context),
    region: {
      ...(described !== undefined && described.length <= MOST_LISTED && { processes: described }),
      ...(hosts !== undefined && { hosts }),
      ...(ports !== undefined && { ports }),
      ...(transport !== undefined && anotherTransport === undefined && { transport }),
      ...(managed !== undefined && unmanagedToo === undefined && { managed }),
    },
    witness,
    causes: causes.size > 0 ? [...causes].sort() : allExceptions,
    ...(boxes.length > 1 && { isRough: true }),
  };
}

/** Describes hosts generously; undefined where they are too many to list. */
function hostsAround(parts: readonly HostPart[]): HostSet[] | undefined {
  const sets = new Map<string, HostSet>();
  const add = (set: HostSet) => sets.set(`${set.kind} ${set.text}`, set);
  for (const part of new Set(parts)) {
    for (const atom of part.hasRest && part.base.isName
      ? [...part.atoms, ...part.base.atoms.slice(0, MOST_LISTED + 1)]
      : atomsOf(part)) {
      if (atom.kind === 'other-names') add({ kind: 'names', text: atom.host.text, except: [] });
      else if (atom.kind === 'name' || atom.kind === 'below') add({ kind: 'suffix', text: atom.name, except: [] });
      else add({ kind: atom.kind, text: atom.host.text });
    }
  }
  const list = bothFamilies([...sets.values()]);
  const names = list.find(({ kind }) => kind === 'names');
  if (names !== undefined) return [names, ...list.filter(({ kind }) => kind !== 'names' && kind !== 'suffix')];
  return list.length > MOST_LISTED ? undefined : list;
}

/** Returns a text on what becomes possible and what no longer is; where that is nothing, on what may become what. */
function differenceIn({ before, after, turns }: FlowsVerdict): string {
  if (before !== after) return `${before & ~after}>${after & ~before}`;
  return JSON.stringify(changesIn(turns));
}

function vagueness({ before, after }: FlowsVerdict): number {
  const count = (fates: Possibilities) => fatesOf(fates).length;
  return count(before) + count(after);
}
