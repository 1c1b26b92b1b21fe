/** The first enabled custom configuration by priority whose criteria all match, else the default. [doc] */
import type { Flow } from '../../../steering/flow';
import type { Configuration, Model } from '../../../steering/model';
import type { Names } from '../../../steering/value';
import { both, MAYBE, NO, YES, type Answer } from './answer';

export function configurationsFor({ configurations }: Model, flow: Flow): Configuration[] {
  const custom = configurations
    .filter(({ isDefault }) => !isDefault)
    .map((configuration) => ({ configuration, applies: applies(configuration, flow) }))
    .filter(({ applies }) => applies !== NO);
  const certain = custom.filter(({ applies }) => applies === YES);
  // Whoever is certain to apply leaves nothing to those that are certain to come later.
  const possible = custom
    .map(({ configuration }) => configuration)
    .filter((one) => !certain.some(({ configuration }) => isBefore(configuration, one)));
  return certain.length > 0 ? possible : [...possible, ...configurations.filter(({ isDefault }) => isDefault)];
}

function applies({ enabled, doubt, ...criteria }: Configuration, flow: Flow): Answer {
  if (enabled.known && !enabled.value) return NO;
  const there = doubt === undefined && enabled.known ? YES : MAYBE;
  const groups = meets(criteria.userGroups, flow.userGroups);
  const units = meets(criteria.organizationUnits, oneOrNone(flow.organizationUnit));
  const tags = meets(criteria.deviceTags, flow.deviceTags);
  return [groups, units, tags, runs(criteria.osFamilies, flow.platform)].reduce(both, there);
}

function oneOrNone(name: string | null | undefined): readonly string[] | undefined {
  return name === undefined ? undefined : name === null ? [] : [name];
}

/** Any one of several is enough. [assumed] */
function meets({ items, open }: Names, mine: readonly string[] | undefined): Answer {
  if (items.length === 0 && open === undefined) return YES;
  if (mine === undefined) return items.length > 0 || open !== undefined ? MAYBE : NO;
  if (items.some((item) => mine.includes(item))) return YES;
  return open === undefined ? NO : MAYBE;
}

/** Windows, macOS, Linux, Android, iOS [doc]; of Chrome OS it is not published. */
function runs({ items, open }: Names, platform: string): Answer {
  if (items.length === 0 && open === undefined) return YES;
  if (platform === 'chrome_os') return MAYBE;
  if (items.includes(platform)) return YES;
  return open === undefined ? NO : MAYBE;
}

/** New ones come last. [assumed] */
function isBefore(one: Configuration, other: Configuration): boolean {
  if (one === other || !one.priority.known) return false;
  if (other.priority.known) return one.priority.value < other.priority.value;
  return 'isNew' in other.priority;
}
