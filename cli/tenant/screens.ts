/**
 * What do the screens of a tenant show? Each object is a row, told by the fields that a person would fill in at the
 * console, in the words in which a runbook tells them. Every text is inert.
 */
import { exceptionFields } from '../../live/runbook/exception-fields';
import { configurationFields, settingsOf } from '../../live/runbook/fields';
import { SCREENS, type ScreenField } from '../../live/runbook/runbook';
import {
  inert,
  modelFromTenant,
  PLATFORMS,
  type Model,
  type Names,
  type PlatformName,
  type SteeringException,
} from '../../steering';
import type { TenantContents } from '../../tenant/emulator';
import { processesNamed } from '../decide/matrix';

/** One value of an object; a label says which, where its column does not. */
interface ShownValue {
  readonly label?: string;
  /** One text, or the names of a list. */
  readonly texts: readonly string[];
  /** Whether it is a text, a list of names, or a word of ours about the object. */
  readonly as: 'text' | 'names' | 'mark';
}

/** An object of a tenant, with the values for each column of its screen. The first column has its name. */
interface ShownObject {
  readonly key: string;
  readonly cells: readonly (readonly ShownValue[])[];
}

/** One screen of the console. */
interface TenantScreen {
  readonly id: string;
  readonly title: string;
  /** What one object is called, and several, within a sentence. */
  readonly nouns: readonly [one: string, several: string];
  /** The way to it on the console. */
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly ShownObject[];
  /** How many objects there are. The rows are the first of them. */
  readonly total: number;
}

/** Everything that the page shows of a tenant's contents. */
export interface ShownContents {
  readonly screens: readonly TenantScreen[];
  /** The configurations that a flow can be asked about, by the key of each. */
  readonly configurations: readonly { readonly key: string; readonly name: string }[];
  /** The processes that apps name exactly, by platform, some hundred at most. */
  readonly processes: Readonly<Record<PlatformName, readonly string[]>>;
}

/** The most characters of a text, names of a list, and processes that are suggested. */
const MOST_CHARACTERS = 2_000;
const MOST_NAMES = 1_000;
const MOST_SUGGESTED = 200;

/** Makes of the contents of a tenant what its page shows of them. */
export function showContents({ objects, totals }: TenantContents): ShownContents {
  const { apps, configurations, nonStandardPorts, exceptions, networkLocations } = objects;
  const model = modelFromTenant({ apps, configurations, ports: nonStandardPorts, exceptions });
  const nameOf = new Map(configurations.map(({ config_id, config_name }) => [String(config_id), config_name]));
  const inConfiguration = (key: string | undefined) => [value(nameOf.get(key ?? '') ?? key ?? '')];
  return {
    screens: [
      {
        id: 'apps',
        title: 'Certificate pinned apps',
        nouns: ['app', 'apps'],
        path: SCREENS.app_definition,
        columns: ['Name', 'Definitions'],
        rows: appRows(model),
        total: totals.apps,
      },
      {
        id: 'configurations',
        title: 'Steering configurations',
        nouns: ['configuration', 'configurations'],
        path: SCREENS.steering_configuration,
        columns: ['Name', 'Priority', 'Settings'],
        rows: configurationRows(model),
        total: totals.configurations,
      },
      {
        id: 'ports',
        title: 'Non-standard ports',
        nouns: ['port entry', 'port entries'],
        path: `${SCREENS.steering_configuration} > Steer non-standard ports`,
        columns: ['Port', 'Configuration', 'Domains'],
        rows: model.ports.map(({ key, configuration, port, domains }) => ({
          key,
          cells: [
            [value(port.known ? String(port.value) : '')],
            inConfiguration(keyOf(configuration)),
            list('', domains.items),
          ],
        })),
        total: totals.nonStandardPorts,
      },
      {
        id: 'exceptions',
        title: 'Exceptions',
        nouns: ['exception', 'exceptions'],
        path: SCREENS.exceptions,
        columns: ['Exception', 'Configuration', 'Values', 'Notes'],
        rows: exceptionRows(model, objects, inConfiguration),
        total: totals.exceptions,
      },
      {
        id: 'locations',
        title: 'Network locations',
        nouns: ['network location', 'network locations'],
        path: SCREENS.network_location,
        columns: ['Name', 'Addresses'],
        rows: networkLocations.map(({ id, name, addresses }) => ({
          key: id,
          cells: [[value(name)], list('', addresses)],
        })),
        total: totals.networkLocations,
      },
    ],
    configurations: model.configurations.map(({ key }) => ({ key, name: inert(nameOf.get(key) ?? key) })),
    processes: Object.fromEntries(
      PLATFORMS.map(({ name }) => [name, processesNamed(model, name).slice(0, MOST_SUGGESTED)]),
    ) as unknown as ShownContents['processes'],
  };
}

function appRows({ apps }: Model): ShownObject[] {
  return apps.map((app) => {
    const isPredefined = app.custom.known && !app.custom.value;
    const definitions = PLATFORMS.flatMap(({ name, title }) => {
      const definition = app.platforms[name];
      if (definition?.known !== true) return [];
      const { match, processes, domains } = definition.value;
      const how = match.known && match.value === 'regex' ? ', by pattern' : '';
      return [...list(`${title}${how}`, processes.items), ...list(`${title}, by domain`, domains.items)];
    });
    const name = app.name.known ? app.name.value : app.key;
    return { key: app.key, cells: [[value(name), ...(isPredefined ? [mark('predefined')] : [])], definitions] };
  });
}

function configurationRows({ configurations }: Model): ShownObject[] {
  return configurations.map((one) => {
    const { key, isDefault, name, enabled, priority, userGroups, organizationUnits, deviceTags, privateApps } = one;
    const marks = [
      ...(isDefault ? [mark('default')] : []),
      ...(enabled.known ? [mark(enabled.value ? 'enabled' : 'disabled')] : []),
    ];
    const lists: Readonly<Record<string, Names>> = {
      'User Groups': userGroups,
      'Organization Units': organizationUnits,
      'Device Tags': deviceTags,
      'Private Apps': privateApps,
    };
    const settings = configurationFields(one, settingsOf(one)).flatMap((field) => {
      const items = lists[field.label]?.items;
      return field.label === 'Name' ? [] : items === undefined ? [setting(field)] : list(field.label, items);
    });
    return {
      key,
      cells: [
        [value(name.known ? name.value : key), ...marks],
        [value(priority.known ? String(priority.value) : '')],
        settings,
      ],
    };
  });
}

function exceptionRows(
  { exceptions }: Model,
  { exceptions: stored }: TenantContents['objects'],
  inConfiguration: (key: string | undefined) => ShownValue[],
): ShownObject[] {
  const asStored = new Map<string, (typeof stored)[string][number]>(
    Object.entries(stored).flatMap(([id, all]) => all.map((one) => [`${id}/${one.id}`, one] as const)),
  );
  return exceptions.map((exception) => {
    const { certificate_pinned_app: app, dns } = asStored.get(exception.key) ?? {};
    const fields = exceptionFields(exception, app?.app_name ?? '', { questions: [] });
    const called = (name: string) => fields.filter(({ label }) => label === name).map((field) => field.value);
    const chosen = fields.filter(({ how, label }) => how !== 'paste' && how !== 'import' && !ASIDE.includes(label));
    const questions = (dns?.questions ?? []).map(({ domain, record_type }) => `${record_type} ${domain}`);
    return {
      key: exception.key,
      cells: [
        [...called('Application'), ...called('Exception type')].map(value),
        [...inConfiguration(keyOf(exception.configuration)), ...called('Location').map(mark)],
        [...listsOf(exception), ...list('', questions), ...chosen.map(setting)],
        called('Notes').map(value),
      ],
    };
  });
}

/** The fields of an exception that have columns of their own. */
const ASIDE = ['Exception type', 'Application', 'Location', 'Notes'];

function listsOf({ data }: SteeringException): ShownValue[] {
  if (data.type === 'certificate_pinned_app') return list('Custom App Domains', data.customAppDomains.items);
  return 'names' in data ? list('', data.names.items) : [];
}

function keyOf(configuration: Model['exceptions'][number]['configuration']): string | undefined {
  return configuration.known ? configuration.value : undefined;
}

function setting({ label, value: text, how }: ScreenField): ShownValue {
  return { ...value(how === 'tick' ? 'on' : how === 'untick' ? 'off' : text), label };
}

/** The names of a list under a label; nothing where there are none. */
function list(label: string, all: readonly string[]): ShownValue[] {
  const shown = all.slice(0, MOST_NAMES).map(short);
  const rest = all.length > MOST_NAMES ? [`… ${all.length - MOST_NAMES} more`] : [];
  return all.length === 0 ? [] : [{ ...(label !== '' && { label }), texts: [...shown, ...rest], as: 'names' }];
}

function value(text: string): ShownValue {
  return { texts: [short(text)], as: 'text' };
}

function mark(text: string): ShownValue {
  return { texts: [text], as: 'mark' };
}

function short(text: string): string {
  const shown = inert(text);
  if (shown.length <= MOST_CHARACTERS) return shown;
  return `${shown.slice(0, MOST_CHARACTERS)}… (${shown.length - MOST_CHARACTERS} characters more)`;
}
