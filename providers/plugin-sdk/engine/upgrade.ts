/**
 * How stored objects take the current form of a resource: those of an older version of the provider by an upgrade,
 * those of another resource type by a `moved` block.
 */
import { type Diagnostic, error } from '../diagnostics';
import type { Attributes } from '../schema/attribute';
import { type Value, type ValueRecord, record } from '../values';
import { conform, inStep } from './conform';
import { fillBlocks, hasBlocks } from './empty';
import { identifyIfPossible } from './identity';
import type { MoveSource, Resource, Upgrade } from './resource';

/** The object to be moved, as Terraform describes it. */
export interface MovedFrom {
  readonly providerAddress: string;
  readonly typeName: string;
  readonly version: number;
  /** Reads the stored object in the form of a schema's attributes. */
  readonly decode: (attributes: Attributes) => Value;
}

export type MoveOutcome =
  | { readonly state: ValueRecord; readonly identity: ValueRecord | undefined }
  | { readonly diagnostics: readonly Diagnostic[] };

export function moveResource(resource: Resource<never>, source: MovedFrom): MoveOutcome {
  const found = resource.moves?.find(({ from }) => fits(from, source));
  if (found === undefined) return { diagnostics: [cannotMove(resource, source)] };
  const old = (source.decode(found.attributes) ?? record()) as ValueRecord;
  const moved = found.move(fillBlocks(found.attributes, old) as never);
  const step = `move of ${source.typeName} to ${resource.name}`;
  const state = inStep(step, () => conform(resource.schema.attributes, moved, false));
  return { state, identity: identifyIfPossible(resource, state, undefined) };
}

function fits({ type, provider, version }: MoveSource, source: MovedFrom): boolean {
  const { typeName, providerAddress } = source;
  if (type !== typeName || (version ?? source.version) !== source.version) return false;
  return provider === undefined || providerAddress === provider || providerAddress.endsWith(`/${provider}`);
}

function cannotMove(
  { name, moves = [] }: Resource<never>,
  { typeName, providerAddress, version }: MovedFrom,
): Diagnostic {
  const from = moves.map((move) => move.from.type).join(', ');
  const what = `A ${typeName} of ${providerAddress}, stored at schema version ${version}, cannot become a ${name}.`;
  const next = from === '' ? 'Nothing can.' : `These can: ${from}.`;
  return error('Resource cannot be moved', `${what} ${next} Remove the moved block; import the object, if it is one.`);
}

/** Reads the stored bytes in the form of a schema's attributes. */
type Decode = (attributes: Attributes) => Value;

type Upgraded = { readonly state: ValueRecord } | { readonly diagnostics: readonly Diagnostic[] };

/**
 * Whether a stored state can be used as it is. Terraform itself leaves out what the schema does not have, and takes
 * what the state lacks as null; only blocks must be filled in, since they are never null.
 */
export function isCurrent({ schema }: Resource<never>, version: number): boolean {
  return version === schema.version && !hasBlocks(schema.attributes);
}

export function upgradeState(resource: Resource<never>, version: number, decode: Decode): Upgraded {
  return upgrade({ ...resource, what: 'state', into: resource.schema }, version, decode);
}

/** Upgrades a stored identity. @throws Error for a resource without identity */
export function upgradeIdentity(resource: Resource<never>, version: number, decode: Decode): Upgraded {
  const { name, identity: into, identityUpgrades: upgrades } = resource;
  if (into === undefined) throw new Error(`${name} has no identity`);
  return upgrade({ name, upgrades, what: 'identity', into }, version, decode);
}

interface Target {
  readonly name: string;
  readonly what: 'state' | 'identity';
  readonly into: { readonly version: number; readonly attributes: Attributes };
  readonly upgrades?: Readonly<Record<number, Upgrade<unknown>>> | undefined;
}

function upgrade({ name, what, into, upgrades }: Target, version: number, decode: Decode): Upgraded {
  if (version === into.version) return { state: fillBlocks(into.attributes, asRecord(decode(into.attributes))) };
  const found = upgrades?.[version];
  if (found === undefined) {
    const newer = version > into.version;
    const advice = newer
      ? 'It was written by a newer version of the provider. Use that version, or a later one.'
      : 'This version of the provider no longer reads it. Upgrade with an intermediate version first.';
    const detail = `The stored ${what} has schema version ${version}; ${name} is at ${into.version}. ${advice}`;
    return { diagnostics: [error(`${what === 'state' ? 'State' : 'Identity'} cannot be upgraded`, detail)] };
  }
  const old = fillBlocks(found.from, asRecord(decode(found.from)));
  const upgraded = found.upgrade(old as never);
  return {
    state: inStep(`upgrade of ${name} from version ${version}`, () => conform(into.attributes, upgraded, false)),
  };
}

function asRecord(value: Value): ValueRecord {
  return (value ?? record()) as ValueRecord;
}
