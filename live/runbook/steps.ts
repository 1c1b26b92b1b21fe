/** How is a change told as steps? Each step is one form that a person opens, fills in and saves. */
import { createHash } from 'node:crypto';
import { PLATFORMS, platformTitle, capitalized, type Configuration } from '../../steering';
import { titleOfConfiguration } from '../diff';
import { sameConfiguration } from '../wanted';
import { begun, type DraftStep, type StepContext } from './draft';
import { exceptionStep } from './exception-steps';
import { configurationFields, definitionFields, portFields, settingsOf } from './fields';
import { isEnabling, type TenantChange } from './order';
import { SCREENS, type ScreenField } from './runbook';

/** Tells a change as steps. */
export function stepsOf(change: TenantChange, telling: StepContext): DraftStep[] {
  const warnings = change.after === undefined && !change.isAfterToggle ? [NOT_IN_CODE] : [];
  return drafts(change, telling).map((draft) => ({ ...draft, warnings: [...draft.warnings, ...warnings] }));
}

const NOT_IN_CODE = 'The code does not have it. Somebody else may look after it: ask before you delete it.';

function drafts(change: TenantChange, telling: StepContext): DraftStep[] {
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

function appSteps(change: Extract<TenantChange, { kind: 'app' }>, telling: StepContext): DraftStep[] {
  const common = { ...begun(change, telling), screen: 'app_definition' } as const;
  const { before, after, platform: only } = change;
  const { name } = common.object;
  const nameField: ScreenField = { label: 'Application name', value: name, how: 'paste' };
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

function configurationSteps(
  change: Extract<TenantChange, { kind: 'configuration' }>,
  telling: StepContext,
): DraftStep[] {
  const common = { ...begun(change, telling), screen: 'steering_configuration' } as const;
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
        fields: [...configurationFields(after, settingsOf(after)), ...placeOf(change, telling)],
        result: `The list has ${name}, disabled, above the default configuration.`,
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

/** Where a new configuration has to be dragged, if the code makes it before one that is there: new ones come last. [assumed] */
function placeOf({ wanted }: TenantChange, { wanted: { model }, before }: StepContext): ScreenField[] {
  const lower = model.configurations.filter(
    (one) =>
      wanted !== undefined &&
      one.after?.includes(wanted.key) === true &&
      sameConfiguration(one, before.configurations) !== undefined,
  );
  if (lower.length === 0) return [];
  return [{ label: 'Priority', value: `above ${lower.map(titleOfConfiguration).join(', ')}`, how: 'choose' }];
}

function nameOf(before: Configuration, name: string): string {
  return before.name.known ? titleOfConfiguration(before) : name;
}

/** A warning where the name is longer than a tenant takes. [doc] */
function longName({ name }: Configuration): string[] {
  const length = name.known ? [...name.value].length : 0;
  return length > 40 ? [`The name has ${length} characters, and the screen takes 40 at most. [doc]`] : [];
}

function portStep(change: Extract<TenantChange, { kind: 'port_entry' }>, telling: StepContext): DraftStep {
  const common = { ...begun(change, telling), screen: 'steering_configuration' } as const;
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
  const danger =
    'a non-standard port without domains can steer the traffic of any other certificate pinned application that uses the same destination port. [seed]';
  const warnings = [isBare ? capitalized(danger) : `Keep the domains: ${danger}`];
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

/** The id of a step: the same as long as it does the same, wherever it stands. */
export function idOf({ verb, object: { address: _, ...object }, path, fields }: DraftStep): string {
  const text = JSON.stringify([verb, object, path, fields.map(({ label, value }) => [label, value])]);
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
