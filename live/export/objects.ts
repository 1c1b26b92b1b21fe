/**
 * Which objects of a tenant are written as code, under which names, and which are only a comment? An object is a comment
 * where something that it needs is not known, where the provider would refuse it, and where it may not be in force. So
 * the code can be planned as it is, and nothing in it is invented.
 */
import { inert, isObject, quote, type Attributes, type Resource } from '../../steering';
import { EXCEPTION_TYPE_NAMES, EXCEPTION_TYPES } from '../../steering/domain/exceptions';
import { isDynamic, isWritable, ObjectReference, textOf, writtenOf, type WrittenValue } from './attributes';
import type { ExportedConfiguration, ExportedObject, ExportedTenant } from './exported';
import { byId } from './names';
import { isAsShipped, isUnseen, kindsByReason } from './left-out';

export interface ReadingOptions {
  readonly format: 'cdktf' | 'hcl';
  /** Whether the contract was read, which shows everything, or REST v1. */
  readonly from: 'contract' | 'rest-v1';
  /** Whether exceptions that are as the vendor ships them are written too. */
  readonly withShipped?: boolean;
  /**
   * Says what the provider refuses of an object; undefined where it takes it.
   * @default it takes everything
   */
  readonly refusalOf?: (kind: string, attributes: Readonly<Record<string, unknown>>) => string | undefined;
}

const PREFIX = 'netskopesteering_';
const DEFAULT_ID = '0';

export function readObjects(resources: readonly Resource[], options: ReadingOptions): ExportedTenant {
  return new ObjectReader(resources, options).read();
}

class ObjectReader {
  private readonly hasIds: boolean;
  private readonly apps = new Map<string, { readonly object: ExportedObject; readonly isPredefined: boolean }>();
  private readonly locations = new Map<string, ExportedObject>();
  private readonly usedLookups = new Set<ExportedObject>();

  constructor(
    private readonly resources: readonly Resource[],
    private readonly options: ReadingOptions,
  ) {
    this.hasIds = options.from === 'contract';
  }

  read(): ExportedTenant {
    const appNames = this.of('certificate_pinned_app').map(({ attributes }) => textOf(attributes['name']).trim());
    for (const app of this.of('certificate_pinned_app')) {
      const isPredefined = app.attributes['custom'] === false;
      this.apps.set(app.key, { object: isPredefined ? this.lookup(app, appNames) : this.app(app), isPredefined });
    }
    for (const one of this.of('network_location')) {
      const object = this.object(one, 'network_location', [textOf(one.attributes['name'])]);
      this.locations.set(textOf(one.attributes['name']).trim(), object);
    }
    const configurations = this.configurations();
    const apps = [...this.apps.values()].map(({ object }) => object);
    return {
      apps: apps.filter((app) => !app.isLookup || this.usedLookups.has(app)),
      locations: [...this.locations.values()],
      configurations,
      hasIds: this.hasIds,
    };
  }

  private of(kind: string): Resource[] {
    return this.resources.filter(({ type }) => type === PREFIX + kind).sort((a, b) => byId(a.key, b.key));
  }

  private app(app: Resource): ExportedObject {
    return this.object(app, 'certificate_pinned_app', [textOf(app.attributes['name'])]);
  }

  /** A predefined app is found by its name, or by its id where another app has the name. */
  private lookup({ attributes, key }: Resource, names: readonly string[]): ExportedObject {
    const name = textOf(attributes['name']);
    const isPlain = name !== '' && name === name.trim() && names.filter((one) => one === name).length === 1;
    return {
      kind: 'certificate_pinned_app',
      isLookup: true,
      parts: [name],
      own: [name],
      key,
      attributes: isPlain || !this.hasIds ? { name } : { id: key },
      remarks: [],
      missing: [],
    };
  }

  private configurations(): ExportedConfiguration[] {
    const all = this.of('configuration').sort((a, b) => placeOf(a) - placeOf(b));
    let before: ExportedObject | undefined;
    return all.map((one) => {
      const isDefault = one.key === DEFAULT_ID;
      const kind = isDefault ? 'default_configuration' : 'configuration';
      const { priority } = one.attributes;
      const read = this.object(one, kind, isDefault ? ['default'] : [textOf(one.attributes['name'])]);
      const follows = !isDefault && before !== undefined && Number(priority) > (before.priority ?? Infinity);
      const object: ExportedObject = {
        ...read,
        ...(!isDefault && typeof priority === 'number' && { priority }),
        ...(follows && { after: before as ExportedObject }),
      };
      if (!isDefault && object.withheld === undefined) before = object;
      return this.contents(one, object);
    });
  }

  private contents({ key }: Resource, object: ExportedObject): ExportedConfiguration {
    const inside = this.resources
      .filter(({ attributes }) => attributes['configuration_id'] === key)
      .sort((a, b) => byId(a.key, b.key));
    const notes: string[] = [];
    const unseen = inside.filter(isUnseen);
    const isLeft = (one: Resource) =>
      this.options.withShipped !== true && this.isForPredefined(one) && isAsShipped(one);
    const shipped = inside.filter((one) => !unseen.includes(one) && isLeft(one));
    for (const [reason, kinds] of kindsByReason(unseen, PREFIX)) notes.push(`${kinds.join(', ')}: ${reason}`);
    if (shipped.length > 0) {
      const names = [...new Set(shipped.map(({ attributes }) => this.appNameOf(attributes)))].sort();
      notes.push(`Left to the vendor, who ships these bypasses of predefined apps: ${names.map(quote).join(', ')}`);
    }
    const written = inside.filter((one) => !unseen.includes(one) && !shipped.includes(one));
    const isPort = ({ type }: Resource) => type === `${PREFIX}non_standard_port`;
    return {
      object,
      notes,
      ports: written
        .filter(isPort)
        .sort((a, b) => Number(a.attributes['port']) - Number(b.attributes['port']))
        .map((one) => this.inside(one, object, ['port', textOf(one.attributes['port'])])),
      exceptions: EXCEPTION_KINDS.flatMap((kind) =>
        written
          .filter(({ type }) => type === PREFIX + kind)
          .map((one) => this.inside(one, object, [this.subjectOf(kind, one.attributes), ...sideOf(one.attributes)])),
      ),
    };
  }

  /** An object in a configuration. */
  private inside(one: Resource, configuration: ExportedObject, own: readonly string[]): ExportedObject {
    const kind = one.type.slice(PREFIX.length);
    const isDefault = configuration.kind === 'default_configuration';
    const parts = isDefault ? own : [...configuration.parts, ...own];
    const isWritten = configuration.withheld === undefined;
    const id = isWritten ? new ObjectReference(configuration, 'id') : configuration.importId;
    if (kind !== 'certificate_pinned_app_exception') {
      const references = id === undefined ? {} : { configuration_id: id };
      return this.object(one, kind, parts, references, id === undefined ? NO_CONFIGURATION : undefined, own);
    }
    const app = this.appOf(one.attributes);
    const withheld = id === undefined ? NO_CONFIGURATION : app === undefined ? NO_APP : undefined;
    const references = { ...(id !== undefined && { configuration_id: id }), ...(app !== undefined && { app_id: app }) };
    return this.object(one, kind, parts, references, withheld, own);
  }

  private appOf({ app_id }: Attributes): ObjectReference | string | undefined {
    const app = typeof app_id === 'string' ? this.apps.get(app_id)?.object : undefined;
    if (app === undefined || app.withheld !== undefined)
      return this.hasIds && typeof app_id === 'string' ? app_id : undefined;
    if (app.isLookup) this.usedLookups.add(app);
    return new ObjectReference(app, 'id');
  }

  private isForPredefined({ attributes: { app_id } }: Resource): boolean {
    return typeof app_id === 'string' && this.apps.get(app_id)?.isPredefined === true;
  }

  private appNameOf({ app_id }: Attributes): string {
    return (typeof app_id === 'string' ? this.apps.get(app_id)?.object.parts[0] : undefined) ?? '';
  }

  /** What an exception is for, in one word. */
  private subjectOf(kind: string, attributes: Attributes): string {
    if (kind === 'certificate_pinned_app_exception') return this.appNameOf(attributes);
    for (const name of ['domains', 'categories', 'applications', 'network_locations', 'countries', 'questions']) {
      const list: unknown = attributes[name];
      const first: unknown = Array.isArray(list) ? list[0] : undefined;
      if (first !== undefined) return textOf(isObject(first) ? first['domain'] : first);
    }
    return '';
  }

  private object(
    one: Resource,
    kind: string,
    parts: readonly string[],
    references: Readonly<Record<string, WrittenValue>> = {},
    unreferable?: string,
    own = parts,
  ): ExportedObject {
    const { attributes, remarks, missing } = writtenOf(kind, one.attributes);
    const all = { ...references, ...this.withLocations(attributes) };
    const withheld =
      unreferable ??
      (isWritable(kind) ? undefined : 'this program does not know its type') ??
      (one.doubt === undefined ? undefined : `${one.doubt}, and code can only say that it is in force`) ??
      (missing.length === 0
        ? undefined
        : `what it needs is not known: ${missing.map(({ attribute }) => attribute).join(', ')}`) ??
      this.refusalOf(kind, all);
    return {
      kind,
      isLookup: false,
      parts,
      own,
      key: one.key,
      attributes: all,
      remarks,
      missing,
      ...(this.importIdOf(one, kind) !== undefined && { importId: this.importIdOf(one, kind) as string }),
      ...(withheld !== undefined && { withheld }),
    };
  }

  /** Exceptions refer to a network location by its name, where the tenant has it as an object that is written. */
  private withLocations(attributes: Readonly<Record<string, WrittenValue>>): Readonly<Record<string, WrittenValue>> {
    const { network_locations } = attributes;
    if (!Array.isArray(network_locations)) return attributes;
    const names = network_locations.map((name: WrittenValue): WrittenValue => {
      const object = typeof name === 'string' ? this.locations.get(name) : undefined;
      return object === undefined || object.withheld !== undefined ? name : new ObjectReference(object, 'name');
    });
    return { ...attributes, network_locations: names };
  }

  private refusalOf(kind: string, attributes: Readonly<Record<string, WrittenValue>>): string | undefined {
    if (this.options.format === 'cdktf') {
      if (JSON.stringify(plain(attributes)).includes('TfToken['))
        return 'cdktf takes "TfToken[" in a text for a reference of its own';
      const dynamic = attributes['dynamic_steering'];
      if (isDynamic(dynamic) && Object.keys(dynamic as object).length < 3)
        return 'the traffic modes of dynamic steering are not all known';
    }
    const refusal = this.options.refusalOf?.(kind, plain(attributes) as Readonly<Record<string, unknown>>);
    return refusal === undefined ? undefined : `the provider refuses it: ${inert(refusal)}`;
  }

  /** REST v1 shows the ids of configurations and of nothing else. */
  private importIdOf({ key }: Resource, kind: string): string | undefined {
    const isConfiguration = kind === 'configuration' || kind === 'default_configuration';
    return this.hasIds || (isConfiguration && /^\d+$/.test(key)) ? key : undefined;
  }
}

const EXCEPTION_KINDS = [...EXCEPTION_TYPE_NAMES.map((type) => EXCEPTION_TYPES[type].resource as string), 'exception'];

const NO_CONFIGURATION = 'its configuration is only a comment, and REST v1 does not show an id of it';
const NO_APP = 'its app is not known, or only a comment, and REST v1 shows no ids of apps';

/** Custom configurations by priority, those of unknown priority after them; the default one, which is last to match, first. */
function placeOf({ key, attributes: { priority } }: Resource): number {
  if (key === DEFAULT_ID) return -1;
  return typeof priority === 'number' ? priority : Infinity;
}

/** The words for the side of an exception, where dynamic steering has two. */
function sideOf({ location }: Attributes): string[] {
  return typeof location === 'string' ? [location.replaceAll('_', ' ')] : [];
}

/** The attributes without references: in place of an id stands one of the right form. */
function plain(value: WrittenValue): unknown {
  if (value instanceof ObjectReference) {
    const { attributes } = value.to as ExportedObject;
    return value.attribute === 'name' ? attributes['name'] : 'id';
  }
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
}
