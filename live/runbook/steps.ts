/** How is a change told as steps? Each step is one form that a person opens, fills in and saves. */
import { createHash } from 'node:crypto';
import {
  NOT_OBSERVED,
  PLATFORMS,
  type Attributes,
  type Configuration,
  type Model,
  type SteeringException,
} from '../../steering';
import { nameObject, titleOfConfiguration } from '../diff';
import { referredBy, type Wanted } from '../wanted';
import {
  LOCATION_TITLES,
  TYPE_TITLES,
  configurationFields,
  definitionFields,
  exceptionFields,
  platformTitle,
  portFields,
  settingsOf,
} from './fields';
import { isEnabling, type Change } from './order';
import { SCREENS, type Field, type RunbookStep } from './runbook';

/** A step before it has its number and its place in the order. */
export type DraftStep = Omit<RunbookStep, 'number' | 'after' | 'id'>;

/** What the steps are told with: the tenant after all changes, in its own keys. */
export interface Telling {
  readonly wanted: Wanted;
  readonly before: Model;
  readonly after: Model;
}

/** Tells a change as steps. */
export function stepsOf(change: Change, telling: Telling): DraftStep[] {
  const warnings = change.after === undefined && !change.isAfterToggle ? [NOT_IN_CODE] : [];
  return drafts(change, telling).map((draft) => ({ ...draft, warnings: [...draft.warnings, ...warnings] }));
}

const NOT_IN_CODE = 'The code does not have it. Somebody else may look after it: ask before you delete it.';

/** What every step of a change shares. */
function shared(
  change: Change,
  { wanted, before, after }: Telling,
): Pick<DraftStep, 'object' | 'warnings'> & { unless?: string } {
  const model = change.after === undefined ? before : after;
  const one = change.after ?? change.before;
  if (one === undefined) throw new Error('a change of nothing');
  const { name, configuration, location } = nameObject(one, model);
  const address = change.wanted === undefined ? undefined : wanted.model && change.wanted.origin.address;
  return {
    object: {
      kind: change.kind,
      name,
      ...(configuration !== undefined && { configuration }),
      ...((location === 'on_premises' || location === 'off_premises') && { location }),
      ...(address !== undefined && { address }),
    },
    warnings: [],
    ...(change.isUnseen && { unless: unseenReason(change) }),
  };
}

function unseenReason({ isAfterToggle, after }: Change): string {
  if (isAfterToggle === true) {
    return after === undefined
      ? 'Turning dynamic steering on or off may have copied it here, and may not: where it is not here, there is nothing to do.'
      : 'Turning dynamic steering on or off may have copied it here: where it is here as it should be, there is nothing to do.';
  }
  return `It may be so already: ${NOT_OBSERVED}. Where the screen shows it so, there is nothing to do.`;
}

function drafts(change: Change, telling: Telling): DraftStep[] {
  switch (change.kind) {
    case 'app':
      return appSteps(change, telling);
    case 'configuration':
      return configurationSteps(change, telling);
    case 'port_entry':
      return [portStep(change, telling)];
    case 'exception':
      return [exceptionStep(change, telling)];
  }
}

function appSteps(change: Extract<Change, { kind: 'app' }>, telling: Telling): DraftStep[] {
  const common = { ...shared(change, telling), screen: 'app_definition' } as const;
  const { before, after, platform: only } = change;
  const { name } = common.object;
  const nameField: Field = { label: 'Application name', value: name, how: 'paste' };
  if (after === undefined) {
    return [
      {
        ...common,
        path: `${SCREENS.app_definition} > ${name} > Delete`,
        verb: 'delete',
        title: `Delete the certificate pinned app ${name}.`,
        fields: [],
        result: `The list of certificate pinned apps does not have ${name} any more.`,
      },
    ];
  }
  const platforms = PLATFORMS.flatMap(({ name: platform }): DraftStep[] => {
    const isTouched = only === undefined || only === platform;
    const definition = after.platforms[platform];
    if (!isTouched) return [];
    const title = platformTitle(platform);
    if (definition === undefined) {
      if (before?.platforms[platform] === undefined) return [];
      return [
        {
          ...common,
          path: `${SCREENS.app_definition} > ${name} > Edit`,
          verb: 'change',
          title: `Remove ${title} from the app ${name}.`,
          fields: [{ label: `Platform ${title}`, value: '', how: 'untick' }],
          result: `${name} has no definition on ${title}.`,
        },
      ];
    }
    const fields = definitionFields(platform, after, before);
    if (fields.length === 0) return [];
    return [
      {
        ...common,
        path: `${SCREENS.app_definition} > ${name} > Edit`,
        verb: 'change',
        title: `Add the executables of ${name} on ${title}.`,
        fields,
        result: `${name} shows them under ${title}.`,
      },
    ];
  });
  if (before !== undefined) return platforms.map((step) => ({ ...step, title: step.title.replace(/^Add/, 'Set') }));
  const path = `${SCREENS.app_definition} > New Certificate Pinned App`;
  const create: DraftStep = {
    ...common,
    path,
    verb: 'create',
    title: `Define the certificate pinned app ${name}.`,
    fields: [nameField],
    result: `The list of certificate pinned apps has ${name}, of type Custom.`,
  };
  return [create, ...platforms];
}

function configurationSteps(change: Extract<Change, { kind: 'configuration' }>, telling: Telling): DraftStep[] {
  const common = { ...shared(change, telling), screen: 'steering_configuration' } as const;
  const { before, after, attributes } = change;
  const { name } = common.object;
  const root = SCREENS.steering_configuration;
  if (after === undefined) {
    return [
      {
        ...common,
        path: `${root} > ${name} > Delete`,
        verb: 'delete',
        title: `Delete the steering configuration ${name}, with its ports and exceptions.`,
        fields: [],
        result: `The list of configurations does not have ${name} any more.`,
      },
    ];
  }
  if (isEnabling(change)) {
    const isOn = after.enabled.known && after.enabled.value;
    const word = isOn ? 'Enable' : 'Disable';
    return [
      {
        ...common,
        path: `${root} > ${name} > ${word}`,
        verb: isOn ? 'enable' : 'disable',
        title: `${word} the steering configuration ${name}.`,
        fields: [{ label: 'Status', value: isOn ? 'Enabled' : 'Disabled', how: 'choose' }],
        result: `The list shows ${name} as ${isOn ? 'enabled' : 'disabled'}.`,
      },
    ];
  }
  if (before === undefined) {
    return [
      {
        ...common,
        path: `${root} > New Configuration`,
        verb: 'create',
        title: `Make the steering configuration ${name}. It starts disabled.`,
        fields: configurationFields(after, settingsOf(after)),
        result: `The list has ${name}, disabled, below the other configurations and above the default one.`,
        warnings: longName(after),
      },
    ];
  }
  const title = nameOf(before, name);
  return [
    {
      ...common,
      path: `${root} > ${title} > Edit`,
      verb: 'change',
      title: `Edit the steering configuration ${title}.`,
      fields: configurationFields(after, attributes, before),
      result: `${name} shows these values.`,
      warnings: longName(after),
    },
  ];
}

function nameOf(before: Configuration, name: string): string {
  return before.name.known ? titleOfConfiguration(before) : name;
}

/** A warning where the name is longer than a tenant takes. [doc] */
function longName({ name }: Configuration): string[] {
  const length = name.known ? [...name.value].length : 0;
  return length > 40 ? [`The name has ${length} characters, and the screen takes 40 at most. [doc]`] : [];
}

function portStep(change: Extract<Change, { kind: 'port_entry' }>, telling: Telling): DraftStep {
  const common = { ...shared(change, telling), screen: 'steering_configuration' } as const;
  const { before, after } = change;
  const { configuration = '', name } = common.object;
  const path = `${SCREENS.steering_configuration} > ${configuration} > Edit > Steer non-standard ports`;
  if (after === undefined) {
    return {
      ...common,
      path,
      verb: 'delete',
      title: `Remove the entry of ${name} from the non-standard ports of ${configuration}.`,
      fields: before === undefined ? [] : portFields(before).slice(1),
      result: `The non-standard ports of ${configuration} do not have the entry any more.`,
    };
  }
  const isBare = after.domains.open === undefined && after.domains.items.length === 0;
  const warnings = isBare
    ? [
        'A non-standard port without domains can steer the traffic of any other certificate pinned application that uses the same destination port. [seed]',
      ]
    : [];
  const verb = before === undefined ? 'create' : 'change';
  const title =
    before === undefined
      ? `Steer ${name} in ${configuration}.`
      : `Change the entry of ${name} in the non-standard ports of ${configuration}.`;
  return {
    ...common,
    path,
    verb,
    title,
    fields: portFields(after, before),
    result: `The non-standard ports of ${configuration} show the entry.`,
    warnings,
  };
}

function exceptionStep(change: Extract<Change, { kind: 'exception' }>, telling: Telling): DraftStep {
  const common = { ...shared(change, telling), screen: 'exceptions' } as const;
  const { before, after, wanted } = change;
  const one = after ?? before;
  if (one === undefined) throw new Error('a change of nothing');
  const { configuration = '', name, location } = common.object;
  const tab = location === undefined ? '' : ` > ${LOCATION_TITLES[location]}`;
  const root = `${SCREENS.steering_configuration} > ${configuration} > Exceptions${tab}`;
  const app = one.data.type === 'certificate_pinned_app' ? name : '';
  const where = location === undefined ? configuration : `${configuration}, ${LOCATION_TITLES[location].toLowerCase()}`;
  const what = app === '' ? `the exception for ${name}` : `the exception for the app ${app}`;
  const attributes: Attributes = wanted === undefined ? {} : (telling.wanted.attributes.get(wanted.key) ?? {});
  if (after === undefined) {
    const fields = exceptionFields(one, app, attributes).map(({ label, value, how }) => ({ label, value, how }));
    return {
      ...common,
      path: `${root} > Delete`,
      verb: 'delete',
      title: `Delete ${what} in ${where}.`,
      fields: fields.filter(({ label }) => !label.endsWith(' action')),
      result: `The exceptions of ${where} do not have it any more.`,
    };
  }
  const fields = exceptionFields(after, app, attributes, before, change.isAfterToggle);
  const warnings = [...exceptionWarnings(after, fields), ...withoutPlace(after, telling.after)];
  if (before === undefined) {
    return {
      ...common,
      path: `${root} > New > ${TYPE_TITLES[after.data.type]}`,
      verb: 'create',
      title: `${doingOf(after, app, name)} in ${where}.`,
      fields,
      result: `The exceptions of ${where} show it.`,
      warnings,
    };
  }
  return {
    ...common,
    path: `${root} > Edit`,
    verb: 'change',
    title: `Change ${what} in ${where}.`,
    fields,
    result: `The exceptions of ${where} show these values.`,
    warnings,
  };
}

function doingOf({ data }: SteeringException, app: string, name: string): string {
  if (data.type !== 'certificate_pinned_app') return `Add an exception for ${name}`;
  const blocks = Object.values(data.platforms).every((one) => one.known && one.value === 'block');
  return blocks ? `Block the app ${app}` : `Add an exception for the app ${app}`;
}

/** A warning where a configuration steers by location, and the code names none, or the other way round. */
function withoutPlace({ configuration, location }: SteeringException, { configurations }: Model): string[] {
  const found = referredBy(configurations, configuration)?.dynamicSteering.enabled;
  if (found?.known !== true || !location.known || found.value === (location.value !== null)) return [];
  return [
    found.value
      ? 'The configuration steers by location, and the code names none for this exception: the screen asks for one. Correct the code first.'
      : 'The configuration does not steer by location, and the code names one for this exception. Correct the code first.',
  ];
}

const LARGEST_CSV = 8_000_000;
/** More domain exceptions than that crashed clients. [doc R135] */
const MOST_DOMAINS = 3000;

function exceptionWarnings({ data }: SteeringException, fields: readonly Field[]): string[] {
  const isTooLarge = fields.some(({ how, value }) => how === 'import' && Buffer.byteLength(value) > LARGEST_CSV);
  const isMany = data.type === 'domains' && data.names.items.length > MOST_DOMAINS;
  return [
    ...(isTooLarge ? ['The file has more than 8 MB, which is the most that the screen imports. [doc] Divide it.'] : []),
    ...(isMany ? [`More than ${MOST_DOMAINS} domain exceptions crashed clients. [doc R135]`] : []),
  ];
}

/** The id of a step: the same as long as it does the same, wherever it stands. */
export function idOf({ verb, object: { address: _, ...object }, path, fields }: DraftStep): string {
  const text = JSON.stringify([verb, object, path, fields.map(({ label, value }) => [label, value])]);
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
