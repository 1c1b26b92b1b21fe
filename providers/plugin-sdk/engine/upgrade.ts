/** Brings what an older version of the provider stored to the form of this one. */
import { error, type Diagnostic } from '../diagnostics';
import type { Attributes } from '../schema/attribute';
import { record, type Value, type ValueRecord } from '../values';
import { conform, inStep } from './conform';
import { fillBlocks, hasBlocks } from './empty';
import type { Resource, Upgrade } from './resource';

/** Reads the stored bytes by a schema's attributes. */
type Decode = (attributes: Attributes) => Value;

type Upgraded = { readonly state: ValueRecord } | { readonly diagnostics: readonly Diagnostic[] };

/**
 * Whether a stored state needs nothing at all. Terraform leaves out what the schema does not have, and takes what the state
 * lacks as null; only blocks are never null.
 */
export function isCurrent({ schema }: Resource<never>, version: number): boolean {
  return version === schema.version && !hasBlocks(schema.attributes);
}

export function upgradeState(resource: Resource<never>, version: number, decode: Decode): Upgraded {
  return upgrade({ ...resource, what: 'state', into: resource.schema }, version, decode);
}

/** @throws Error for a resource without identity */
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
