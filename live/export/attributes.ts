/**
 * Which attributes of an object are written, and which are a comment? This file has a table of the attributes of each
 * kind of object, in the order in which a person writes them, and reads the attributes of a resource by it. What is as
 * the provider would make it anyway is left out. What is not known is never written: it is a remark at its place, or,
 * where the object cannot be without it, the reason why the whole object is only a comment.
 */
import { hostName } from '../../steering/domain/hosts';
import { isNotObserved, isObject, isUnknownCode, PLATFORMS, Unresolved, type Attributes } from '../../steering';

/** A reference to an attribute of another object that is written. */
export class ObjectReference<T = unknown> {
  constructor(
    readonly to: T,
    readonly attribute: 'id' | 'name',
  ) {}
}

/** A value as it is written. */
export type WrittenValue =
  string | number | boolean | ObjectReference | readonly WrittenValue[] | { readonly [name: string]: WrittenValue };

export interface WrittenAttributes {
  readonly attributes: Readonly<Record<string, WrittenValue>>;
  /** Attributes that are not known and may be left out, with the reason. */
  readonly remarks: readonly Remark[];
  /** Attributes that are not known, and that the object cannot be without. */
  readonly missing: readonly Remark[];
}

export interface Remark {
  /** The attribute, such as `windows.match`. */
  readonly attribute: string;
  readonly reason: string;
  /** The values that it may be, where these are few. */
  readonly among?: readonly string[];
}

interface Spec {
  readonly name: string;
  /** Whether the object cannot be without it. */
  readonly needed?: true;
  /** The value that the provider makes of it where it is not written. */
  readonly otherwise?: string | boolean;
  /** Whether its texts are names of hosts, which are the same in any case. */
  readonly hosts?: true;
  /** Whether what is known of a list is written although there may be more. */
  readonly inParts?: true;
  /** Whether an empty list means something. */
  readonly emptyToo?: true;
  /** Whether there is a value in any case, unless the source says that there may be none. */
  readonly definite?: true;
}

const CLASSIFICATIONS = '_device_classifications';

const needed = (name: string, more: Partial<Spec> = {}): Spec => ({ name, needed: true, ...more });

const STEERED: readonly Spec[] = [
  { name: 'traffic_mode' },
  { name: 'dynamic_steering' },
  { name: 'steer_private_apps', otherwise: 'none' },
  { name: 'private_apps', emptyToo: true },
  { name: 'steer_dns', otherwise: false },
  { name: 'bypass_exception_traffic_at', otherwise: 'client' },
];

const SHARED: readonly Spec[] = [{ name: 'location' }, { name: 'notes' }];

/** By the name of the resource, its attributes; references to other objects are not among them. */
const SPECS: Readonly<Record<string, readonly Spec[]>> = {
  certificate_pinned_app: [needed('name'), ...PLATFORMS.map(({ name }): Spec => ({ name }))],
  network_location: [needed('name'), needed('addresses')],
  default_configuration: STEERED,
  configuration: [
    needed('name'),
    { name: 'enabled' },
    { name: 'user_groups' },
    { name: 'organization_units' },
    { name: 'os_families' },
    { name: 'device_tags' },
    ...STEERED,
  ],
  non_standard_port: [needed('port'), { name: 'domains', hosts: true }],
  certificate_pinned_app_exception: [
    ...PLATFORMS.flatMap(({ name, hasModes }): Spec[] => [
      { name, definite: true },
      ...(hasModes ? [{ name: `${name}${CLASSIFICATIONS}` }] : []),
    ]),
    { name: 'custom_app_domains', hosts: true, inParts: true },
    ...SHARED,
  ],
  application_exception: [needed('applications'), { name: 'action', otherwise: 'bypass' }, ...SHARED],
  category_exception: [needed('categories'), ...SHARED],
  destination_location_exception: [
    needed('network_locations'),
    { name: 'action', otherwise: 'bypass' },
    { name: 'treat_like_local_ip', otherwise: false },
    ...SHARED,
  ],
  dns_exception: [needed('questions'), ...SHARED],
  domain_exception: [needed('domains', { hosts: true }), ...SHARED],
  source_country_exception: [needed('countries'), ...SHARED],
  source_location_exception: [needed('network_locations'), ...SHARED],
};

/** A text, number or truth value as a text; empty for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Whether this program can write objects of a kind. */
export function isWritable(kind: string): boolean {
  return Object.hasOwn(SPECS, kind);
}

/** Reads what of an object is written. */
export function writtenOf(kind: string, attributes: Attributes): WrittenAttributes {
  const reader = new AttributeReader();
  const written: Record<string, WrittenValue> = {};
  for (const spec of SPECS[kind] ?? []) {
    const value = reader.read(spec, attributes[spec.name]);
    if (value !== undefined) written[spec.name] = value;
  }
  // Device classifications matter beside an action for managed devices alone.
  const isIdle = ({ attribute }: Remark) =>
    attribute.endsWith(CLASSIFICATIONS) && !textOf(written[attribute.replace(CLASSIFICATIONS, '')]).includes('managed');
  const remarks = reader.remarks.filter((remark) => !isIdle(remark));
  return { attributes: fitting(kind, written), remarks, missing: reader.missing };
}

/**
 * Leaves out what has no effect. The default configuration can be without any attribute, because what is not written
 * stays as it is; so a mode that counts for nobody, and a list that nobody looks at, are not written there.
 */
function fitting(kind: string, written: Record<string, WrittenValue>): Record<string, WrittenValue> {
  const { traffic_mode, dynamic_steering, private_apps, steer_private_apps, ...rest } = written;
  if (kind === 'configuration') {
    const isIdle = isDynamic(dynamic_steering) && traffic_mode === 'cloud_apps';
    const apps = Array.isArray(private_apps) && private_apps.length === 0 && steer_private_apps !== 'specific';
    return without(written, [...(isIdle ? ['traffic_mode'] : []), ...(apps ? ['private_apps'] : [])]);
  }
  if (kind !== 'default_configuration') return written;
  const isNamed = Array.isArray(private_apps) && private_apps.length > 0 && steer_private_apps === 'specific';
  return {
    ...(traffic_mode !== undefined && !isDynamic(dynamic_steering) && { traffic_mode }),
    ...(dynamic_steering !== undefined && { dynamic_steering }),
    ...(steer_private_apps !== undefined && (steer_private_apps !== 'specific' || isNamed) && { steer_private_apps }),
    ...(isNamed && private_apps !== undefined && { private_apps }),
    ...rest,
  };
}

function without(
  written: Readonly<Record<string, WrittenValue>>,
  names: readonly string[],
): Record<string, WrittenValue> {
  return Object.fromEntries(Object.entries(written).filter(([name]) => !names.includes(name)));
}

export function isDynamic(dynamicSteering: WrittenValue | undefined): boolean {
  return isObject(dynamicSteering) && dynamicSteering['enabled'] === true;
}

class AttributeReader {
  readonly remarks: Remark[] = [];
  readonly missing: Remark[] = [];

  read(spec: Spec, value: unknown): WrittenValue | undefined {
    if (value instanceof Unresolved)
      return isPlainBypass(value) ? this.plainBypass(spec) : this.open(spec, spec.name, value);
    if (value === null || value === undefined) {
      if (spec.needed === true) this.missing.push({ attribute: spec.name, reason: 'there is none' });
      return undefined;
    }
    if (spec.name === 'dynamic_steering') return this.dynamicSteering(value);
    if (isObject(value)) return this.definition(spec.name, value);
    if (Array.isArray(value)) return this.list(spec, value);
    const written = typeof value === 'string' ? value.trim() : (value as number | boolean);
    return written === spec.otherwise || (written === '' && spec.needed !== true) ? undefined : written;
  }

  /** REST v1 shows a bypass without a mode and a direct one alike, and diffs take them for the same. */
  private plainBypass({ name }: Spec): WrittenValue {
    this.remarks.push({ attribute: name, reason: 'REST v1 shows "bypass" and "bypass_direct" alike' });
    return 'bypass';
  }

  private list(spec: Spec, elements: readonly unknown[]): WrittenValue | undefined {
    const open = elements.find((one) => one instanceof Unresolved);
    if (open !== undefined) {
      const said = spec.inParts === true && elements.length > 1 ? `${spec.name} (there may be more)` : spec.name;
      this.open(spec.inParts === true ? spec : { ...spec, definite: true }, said, open);
    }
    const known = elements.filter((one) => !(one instanceof Unresolved));
    const written = distinct(known.map(elementOf), spec.hosts === true);
    if (written.length > 0 || spec.emptyToo === true) return written;
    if (spec.needed === true && open === undefined) this.missing.push({ attribute: spec.name, reason: 'it is empty' });
    return undefined;
  }

  /** Dynamic steering is left out where it is off, and its modes are those of a new configuration. */
  private dynamicSteering(value: unknown): WrittenValue | undefined {
    const parts = isObject(value) ? value : {};
    const { enabled } = parts;
    if (enabled instanceof Unresolved) return this.open({ name: 'dynamic_steering' }, 'dynamic_steering', enabled);
    const written: Record<string, WrittenValue> = { enabled: enabled === true };
    for (const [name, usual] of Object.entries(USUAL_MODES)) {
      const mode = parts[name];
      if (typeof mode === 'string') written[name] = mode;
      // The mode of a side that does not exist is no news.
      else if (enabled === true && mode instanceof Unresolved) this.open({ name }, `dynamic_steering.${name}`, mode);
      else written[name] = usual;
    }
    const isUsual = Object.entries(USUAL_MODES).every(([name, usual]) => written[name] === usual);
    return enabled === true || !isUsual ? written : undefined;
  }

  /** The definition of an app on a platform. */
  private definition(platform: string, value: Readonly<Record<string, unknown>>): WrittenValue | undefined {
    const at = (name: string) => `${platform}.${name}`;
    const written: Record<string, WrittenValue> = {};
    for (const spec of DEFINITION) {
      const part = value[spec.name];
      const read = part instanceof Unresolved ? this.open(spec, at(spec.name), part) : this.read(spec, part);
      if (read !== undefined) written[spec.name] = read;
    }
    const isNothing = written['processes'] === undefined && written['domains'] === undefined;
    const isOpen = value['processes'] instanceof Unresolved || value['domains'] instanceof Unresolved;
    return isNothing && isOpen ? undefined : written;
  }

  private open(spec: Spec, attribute: string, { reason, candidates }: Unresolved): undefined {
    const among = candidates?.among.filter((one) => one !== spec.otherwise);
    const remark = { attribute, reason, ...(among !== undefined && { among }) };
    const mayBeLeftOut =
      spec.needed !== true && !(spec.definite === true && candidates?.orNothing !== true) && isHarmless(reason);
    (mayBeLeftOut ? this.remarks : this.missing).push(remark);
    return undefined;
  }
}

function isPlainBypass({ candidates }: Unresolved): boolean {
  return candidates?.among.join() === 'bypass,bypass_direct';
}

const DEFINITION: readonly Spec[] = [
  { name: 'match', otherwise: 'exact' },
  { name: 'processes' },
  { name: 'domains', hosts: true },
];

/** The modes of a new configuration on-premises and off-premises. */
const USUAL_MODES = { on_premises_traffic_mode: 'cloud_apps', off_premises_traffic_mode: 'web' } as const;

/**
 * Whether a value that is not known may be left out: it was not observed, or the tenant does not return it, and then the
 * provider takes it for the usual one. A value that the tenant says and this program does not know would be changed.
 */
function isHarmless(reason: string): boolean {
  return (
    isNotObserved(reason) ||
    isUnknownCode(reason) ||
    reason.startsWith('the tenant does not return') ||
    reason.startsWith('the tenant shows ')
  );
}

/** Elements are texts; a question to DNS servers is an object. */
function elementOf(element: unknown): WrittenValue {
  if (typeof element === 'string') return element.trim();
  if (!isObject(element)) return element as WrittenValue;
  return Object.fromEntries(Object.entries(element).map(([name, part]) => [name, elementOf(part)]));
}

function distinct(values: readonly WrittenValue[], hosts: boolean): WrittenValue[] {
  const keyOf = (value: WrittenValue): string => {
    if (typeof value === 'string') return hosts ? hostName(value) : value;
    if (!isObject(value)) return JSON.stringify(value);
    return `${hostName(textOf(value['domain']))} ${textOf(value['record_type'])}`;
  };
  // Of several spellings the first one stays.
  return [...new Map([...values].reverse().map((value) => [keyOf(value), value])).values()].reverse();
}
