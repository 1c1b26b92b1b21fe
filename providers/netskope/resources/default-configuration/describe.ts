/** What a plan says of a configuration that is there whatever is planned: as it is now, and what becomes of it. */
import { isDeepStrictEqual } from 'node:util';
import { isWhollyKnown, pathText, type ValueRecord } from '../../../plugin-sdk';
import type { ConfigurationPatch } from '../../client';
import { pathOfSteered, steeredToApi, type Steered } from '../configuration/steered';

/** A bare create; `found` is null where the tenant cannot be asked yet. */
export function describeAdoption(found: Steered | null, config: Steered): string {
  const advice =
    'Import it instead, so that the plan shows what changes: an import block with id "0", or ' +
    'terraform import netskopesteering_default_configuration.NAME 0.';
  const adopts = 'It cannot be created, so it is adopted';
  if (found === null)
    return `${adopts}. What it says now is not known, because the provider's settings are not. ${advice}`;
  const now = steeredToApi(found);
  const wanted = Object.entries(steeredToApi(config)) as [keyof ConfigurationPatch, unknown][];
  const changes = wanted
    .filter(([field, value]) => !same(value, now[field]))
    .map(([field, value]) => `${nameOf(field)} from ${textOf(now[field])} to ${textOf(value)}`);
  const unknown = isWhollyKnown(config as unknown as ValueRecord) ? [] : ['what is known only after the apply'];
  const changed = [...changes, ...unknown];
  return `${adopts} as it is: ${assignments(now)}. This changes ${changed.length === 0 ? 'nothing' : changed.join(', ')}. ${advice}`;
}

/** A destroy, which writes these fields. */
export function describeReturn(restored: ConfigurationPatch): string {
  const texts = assignments(restored);
  const back =
    texts === '' ? 'This resource changed nothing, so nothing is put back' : `These values are put back: ${texts}`;
  return `A tenant always has it; only Terraform forgets it. ${back}. Everything else stays as it is.`;
}

/** Lists of the tenant have no order. [vendor] */
export function same(a: unknown, b: unknown): boolean {
  const unordered = (value: unknown) => (Array.isArray(value) ? [...(value as string[])].sort() : value);
  return isDeepStrictEqual(unordered(a), unordered(b));
}

function assignments(fields: ConfigurationPatch): string {
  return Object.entries(fields)
    .map(([field, value]) => `${nameOf(field)} = ${textOf(value)}`)
    .join(', ');
}

function nameOf(field: string): string {
  return pathText(pathOfSteered([field]) ?? []);
}

/** A traffic mode of one location stands in an object of its own. */
function textOf(value: unknown): string {
  const mode = (value as { readonly traffic_type?: unknown } | null | undefined)?.traffic_type;
  return JSON.stringify(mode ?? value ?? null);
}
