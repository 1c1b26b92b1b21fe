/**
 * How are the network locations of the code told as steps? REST v1 shows none of them, so each is looked for first. They
 * are made before the exceptions that name them, and go after these.
 */
import type { Attributes, SteeringException } from '../../steering';
import { textOf, type Wanted } from '../wanted';
import type { DraftStep } from './draft';
import { SCREENS } from './runbook';

/** A network location that code manages, as far as it is known. */
interface ManagedLocation {
  readonly key: string;
  readonly name: string | undefined;
  /** Undefined where Terraform evaluates them first. */
  readonly addresses: readonly string[] | undefined;
  readonly address?: string;
}

function locationsOf({ model, managed, attributes }: Wanted): ManagedLocation[] {
  return (model.networkLocations ?? [])
    .filter(({ key }) => managed.has(key))
    .map(({ key, name, origin: { address } }) => ({
      key,
      name: textOf(name),
      addresses: textsOf(attributes.get(key)),
      ...(address !== undefined && { address }),
    }));
}

function textsOf(attributes: Attributes | undefined): readonly string[] | undefined {
  const all = attributes?.['addresses'];
  if (!Array.isArray(all)) return undefined;
  const texts = all.filter((one): one is string => typeof one === 'string');
  return texts.length === all.length ? texts : undefined;
}

const UNSEEN =
  'REST v1 shows no network locations, so it may be so already. Where the screen shows it so, there is nothing to do.';
const UPLOAD =
  'Uploading a network location again deletes the exceptions that use it. [doc] Where it is there already, change its addresses by hand, and look at the exceptions that name it afterwards.';

/** The steps that make and change the network locations of the code; none for what has been carried out. */
export function locationSteps(wanted: Wanted, done: Wanted | undefined): DraftStep[] {
  const was = new Map((done === undefined ? [] : locationsOf(done)).map((one) => [one.name, one]));
  return locationsOf(wanted).flatMap(({ name, addresses, address }): DraftStep[] => {
    if (name === undefined || addresses === undefined) return [];
    const old = was.get(name)?.addresses;
    if (old !== undefined && sorted(old) === sorted(addresses)) return [];
    const isNew = old === undefined;
    return [
      {
        screen: 'network_location',
        path: `${SCREENS.network_location} > ${isNew ? 'New Network Location' : `${name} > Edit`}`,
        verb: isNew ? 'create' : 'change',
        object: { kind: 'network_location', name, ...(address !== undefined && { address }) },
        title: isNew ? `Make the network location ${name}.` : `Change the addresses of the network location ${name}.`,
        fields: [
          { label: 'Name', value: name, how: 'paste' },
          {
            label: 'Addresses',
            value: addresses.join(','),
            how: 'paste',
            ...(old !== undefined && { before: old.join(',') }),
          },
        ],
        result: `The network location ${name} has these addresses, and the exceptions that name it are there.`,
        unless: UNSEEN,
        warnings: [UPLOAD],
      },
    ];
  });
}

/** The steps that delete the network locations that have been carried out, and that the code does not have any more. */
export function goneLocationSteps(wanted: Wanted, done: Wanted | undefined): DraftStep[] {
  const own = locationsOf(wanted);
  if (done === undefined || own.some(({ name }) => name === undefined)) return [];
  return locationsOf(done).flatMap(({ name }): DraftStep[] => {
    if (name === undefined || own.some((one) => one.name === name)) return [];
    return [
      {
        screen: 'network_location',
        path: `${SCREENS.network_location} > ${name} > Delete`,
        verb: 'delete',
        object: { kind: 'network_location', name },
        title: `Delete the network location ${name}.`,
        fields: [],
        result: `The list of network locations does not have ${name} any more.`,
        unless: UNSEEN,
        warnings: [
          'The code does not have it any more. Other profiles and policies may name it: ask before you delete it.',
        ],
      },
    ];
  });
}

/** The network locations of the code for which there is no step, because Terraform evaluates them first. */
export function openLocations(wanted: Wanted): string[] {
  return locationsOf(wanted)
    .filter(({ name, addresses }) => name === undefined || addresses === undefined)
    .map(({ key, name, addresses }) => `${addresses === undefined ? 'addresses' : 'name'} of ${name ?? key}`);
}

/** The names of the network locations that an exception names. */
export function locationsNamed(one: SteeringException | undefined): readonly string[] {
  const data = one?.data;
  return data?.type === 'destination_location' || data?.type === 'source_location' ? data.names.items : [];
}

function sorted(texts: readonly string[]): string {
  return [...new Set(texts.map((one) => one.toLowerCase()))].sort().join('\n');
}
