/** A synthesized stack (cdk.tf.json) as resources: at synth, where nothing has been planned, or for what it tells of a plan. */
import { isObject, Unresolved, type Attribute, type Resource } from './resources';
import { parseTemplate, Reference } from './reader/template';

/** The parts of cdk.tf.json that are read here. */
export interface StackJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What a stack tells of its resources that a plan does not, by Terraform address. */
export interface StackReferences {
  readonly constructs: ReadonlyMap<string, string>;
  /** By attribute at the top, the address of the one object that it refers to. */
  readonly references: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

const OURS = 'netskopesteering_';

/** Resources as they are written. What Terraform or the tenant will only tell later is unresolved. */
export function resourcesFromStack(stack: StackJson): Resource[] {
  return blocksOf(stack).map(({ type, mode, address, block }) => {
    const construct = constructOf(block);
    const { count, for_each: forEach, ...rest } = block;
    const repeated = count !== undefined || forEach !== undefined;
    return {
      type,
      mode,
      key: address,
      attributes: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, toAttribute(value)])),
      origin: { address, ...(construct !== undefined && { construct }) },
      ...(repeated && { doubt: 'how many there are is only known at plan' }),
    };
  });
}

export function stackReferences(stack: StackJson): StackReferences {
  const constructs = new Map<string, string>();
  const references = new Map<string, Readonly<Record<string, string>>>();
  for (const { address, block } of blocksOf(stack)) {
    const construct = constructOf(block);
    if (construct !== undefined) constructs.set(address, construct);
    const pinned = block['certificate_pinned_app'];
    const found: Record<string, string> = {};
    for (const [attribute, value] of [
      ['configuration_id', block['configuration_id']],
      ['certificate_pinned_app', isObject(pinned) ? pinned['app_id'] : undefined],
    ] as const) {
      const parsed = typeof value === 'string' ? parseTemplate(value) : undefined;
      if (parsed instanceof Reference && parsed.attribute === 'id') found[attribute] = parsed.address;
    }
    references.set(address, found);
  }
  return { constructs, references };
}

interface Block {
  readonly type: string;
  readonly mode: Resource['mode'];
  readonly address: string;
  readonly block: Readonly<Record<string, unknown>>;
}

function blocksOf(stack: StackJson): Block[] {
  const ofMode = (mode: Resource['mode'], types: unknown, prefix: string): Block[] =>
    entriesOf(types)
      .filter(([type]) => type.startsWith(OURS))
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

function constructOf(block: Readonly<Record<string, unknown>>): string | undefined {
  const comment = block['//'];
  const metadata = isObject(comment) ? comment['metadata'] : undefined;
  const path = isObject(metadata) ? metadata['path'] : undefined;
  return typeof path === 'string' ? path : undefined;
}

/** Every string is a template. */
function toAttribute(value: unknown): Attribute {
  if (typeof value === 'string') {
    const parsed = parseTemplate(value);
    if (typeof parsed === 'string' || parsed instanceof Unresolved) return parsed;
    const reason = 'it is only known after apply';
    return parsed.attribute === 'id' ? new Unresolved(reason, [parsed.address]) : new Unresolved(reason);
  }
  if (Array.isArray(value)) return value.map(toAttribute);
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toAttribute(part)]));
  }
  return value as Attribute;
}
