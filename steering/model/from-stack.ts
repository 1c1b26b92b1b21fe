/**
 * This file reads a synthesized stack (cdk.tf.json) as resources, at synth, when nothing has been planned yet. It also
 * finds the references and construct paths in a stack, which a plan does not have.
 */
import { type SourceAttribute, type SourceResource, Unresolved, isObject } from './resources';

/** A reference to an attribute of a resource, which is the whole of a template: `${type.name.attribute}`. */
class Reference {
  constructor(
    readonly address: string,
    readonly attribute: string,
  ) {}
}

const REFERENCE = /^\$\{((?:data\.)?[A-Za-z][\w-]*\.[A-Za-z_][\w-]*)\.(\w+)\}$/;
/** Matches `${"$"}` and its like, which is how constructs write a dollar sign beside an expression. */
const QUOTED = /\$\{"((?:[^"\\$%]|\$(?!\{)|%(?!\{))*)"\}/g;
const LONGEST_SHOWN = 80;

/**
 * Reads a string of Terraform's JSON syntax. Every such string is a template: plain text, one reference, or an
 * expression.
 */
function parseTemplate(text: string): string | Reference | Unresolved {
  if (!/[$%]\{/.test(text)) return text;
  const reference = REFERENCE.exec(text);
  if (reference !== null) return new Reference(reference[1] ?? '', reference[2] ?? '');
  // A template is plain text where none of it is an expression once literals and escapes are replaced.
  const pieces = text.split(/((?:\$\$|%%)\{)/);
  const plain = pieces.map((piece, index) => (index % 2 === 1 ? piece.slice(1) : piece.replace(QUOTED, '$1')));
  const isPlain = plain.every((piece, index) => index % 2 === 1 || !/[$%]\{/.test(piece));
  if (isPlain) return plain.join('');
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return new Unresolved(`it is an expression that only Terraform evaluates: ${shown}`);
}

/** The parts of cdk.tf.json that are read. */
export interface StackJson {
  readonly provider?: unknown;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The facts that a stack tells of its resources and a plan does not, by Terraform address. */
export interface StackReferences {
  readonly constructs: ReadonlyMap<string, string>;
  /** By top-level attribute, the address of the one object that it refers to. */
  readonly references: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

const OURS = 'netskopesteering_';

/**
 * Reads the resources of a stack as they are written. What Terraform or the tenant will only tell later is unresolved.
 */
export function resourcesFromStack(stack: StackJson): SourceResource[] {
  const others = new Map(blocksOf(stack, (type) => !type.startsWith(OURS)).map((one) => [one.address, one.block]));
  const blocks = blocksOf(stack);
  const names = locationNames(blocks);
  return blocks.map((block) => {
    const resource = resourceFromBlock(withLocationNames(block, names));
    const { dependsOn } = resource;
    return dependsOn === undefined ? resource : { ...resource, dependsOn: throughOthers(dependsOn, others) };
  });
}

/** The names of the network locations that a stack makes, by a reference to the name. */
function locationNames(blocks: readonly Block[]): ReadonlyMap<unknown, unknown> {
  const locations = blocks.filter(({ type }) => type === `${OURS}network_location`);
  return new Map(locations.map(({ address, block }) => [`\${${address}.name}`, block['name']]));
}

/** Exceptions refer to network locations by their names. A name that the stack writes is known where it is referred to. */
function withLocationNames(one: Block, names: ReadonlyMap<unknown, unknown>): Block {
  const { network_locations: all } = one.block;
  if (names.size === 0 || !Array.isArray(all)) return one;
  return { ...one, block: { ...one.block, network_locations: all.map((text: unknown) => names.get(text) ?? text) } };
}

/** Adds to some addresses what the resources of other providers among them depend on, directly or through others. */
function throughOthers(addresses: readonly string[], others: ReadonlyMap<string, unknown>): string[] {
  const found = new Set(addresses);
  for (const one of found) {
    const texts = textsIn(others.get(one) ?? []).filter((text) => text.includes('.'));
    for (const text of texts) for (const [address] of text.matchAll(ADDRESS)) found.add(address);
  }
  return [...found];
}

const ADDRESS = /(?:data\.)?[A-Za-z][\w-]*\.[A-Za-z_][\w-]*/g;

/** Reads one block as a resource. What Terraform itself reads in a block, such as `count`, is no attribute of it. */
export function resourceFromBlock({ type, mode, address, block }: Block): SourceResource {
  const construct = constructOf(block);
  const attributes: Record<string, SourceAttribute> = {};
  for (const [name, value] of Object.entries(block)) if (!META.has(name)) attributes[name] = toAttribute(value);
  const repeated = block['count'] !== undefined || block['for_each'] !== undefined;
  return {
    type,
    mode,
    key: address,
    attributes,
    origin: { address, ...(construct !== undefined && { construct }) },
    ...(repeated && { doubt: 'how many there are is only known at plan' }),
    ...(type === `${OURS}configuration` && mode === 'managed' && { isNew: 'perhaps' as const }),
    ...(block['depends_on'] !== undefined && { dependsOn: textsIn(block['depends_on']) }),
  };
}

/** Returns all texts in a value of JSON. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The names in a block that Terraform itself reads. */
const META: ReadonlySet<string> = new Set([
  '//',
  'count',
  'for_each',
  'depends_on',
  'lifecycle',
  'provider',
  'provisioner',
  'connection',
]);

/** Finds the construct paths and the references in a stack. */
export function stackReferences(stack: StackJson): StackReferences {
  const constructs = new Map<string, string>();
  const references = new Map<string, Readonly<Record<string, string>>>();
  for (const { address, block } of blocksOf(stack)) {
    const construct = constructOf(block);
    if (construct !== undefined) constructs.set(address, construct);
    const found: Record<string, string> = {};
    for (const attribute of ['configuration_id', 'app_id']) {
      const value = block[attribute];
      const parsed = typeof value === 'string' ? parseTemplate(value) : undefined;
      if (parsed instanceof Reference && parsed.attribute === 'id') found[attribute] = parsed.address;
    }
    references.set(address, found);
  }
  return { constructs, references };
}

/** A block of Terraform's JSON syntax, with where it stands. */
export interface Block {
  readonly type: string;
  readonly mode: SourceResource['mode'];
  readonly address: string;
  readonly block: Readonly<Record<string, unknown>>;
}

/** The blocks of a stack whose types are meant. @default - those of this provider */
export function blocksOf(stack: StackJson, isMeant = (type: string) => type.startsWith(OURS)): Block[] {
  const ofMode = (mode: SourceResource['mode'], types: unknown, prefix: string): Block[] =>
    entriesOf(types)
      .filter(([type]) => isMeant(type))
      .flatMap(([type, named]) =>
        entriesOf(named).flatMap(([name, blocks]) =>
          // JSON syntax allows one block, or a list of them.
          (Array.isArray(blocks) ? blocks : [blocks])
            .filter(isObject)
            .map((block) => ({ type, mode, address: `${prefix}${type}.${name}`, block })),
        ),
      );
  return [...ofMode('managed', stack.resource, ''), ...ofMode('data', stack.data, 'data.')];
}

function entriesOf(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** The path of the construct that wrote a block; undefined where no construct did. */
export function constructOf(block: Readonly<Record<string, unknown>>): string | undefined {
  const comment = block['//'];
  const metadata = isObject(comment) ? comment['metadata'] : undefined;
  const path = isObject(metadata) ? metadata['path'] : undefined;
  return typeof path === 'string' ? path : undefined;
}

/** Turns a value of Terraform's JSON syntax into an attribute; every string in it is a template. */
function toAttribute(value: unknown): SourceAttribute {
  if (typeof value === 'string') {
    const parsed = parseTemplate(value);
    if (typeof parsed === 'string' || parsed instanceof Unresolved) return parsed;
    const reason = 'it is only known after apply';
    return parsed.attribute === 'id' ? new Unresolved(reason, [parsed.address]) : new Unresolved(reason);
  }
  if (Array.isArray(value)) return mapArray(value, toAttribute) as readonly SourceAttribute[];
  if (isObject(value)) return mapValues(value, toAttribute) as { readonly [name: string]: SourceAttribute };
  return value as SourceAttribute;
}

/** Converts each element of a list. Where none changes, as in most stacks, the list itself is returned. */
function mapArray(list: readonly unknown[], convert: (value: unknown) => unknown): readonly unknown[] {
  return list.every((one) => convert(one) === one) ? list : list.map(convert);
}

function mapValues(object: Readonly<Record<string, unknown>>, convert: (value: unknown) => unknown): object {
  let changed: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(object)) {
    const converted = convert(value);
    if (converted !== value) (changed ??= { ...object })[name] = converted;
  }
  return changed ?? object;
}
