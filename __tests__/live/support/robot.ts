/**
 * A robot administrator follows the steps of a runbook on a local tenant. It knows what the screens know: names of fields
 * and what stands in them. It shares no code with what writes runbooks, so that the two cannot agree on a mistake.
 */
import type { RunbookStep } from '../../../live/runbook/runbook';
import type { LocalTenant } from '../../../tenant/emulator';

type Fields = Record<string, unknown>;
interface ConfigurationSeen extends Fields {
  config_id: number;
  config_name: string;
}
interface ExceptionSeen extends Fields {
  id: string;
  type: string;
  location: string | null;
}

const PLATFORMS: Record<string, string> = {
  Windows: 'windows',
  macOS: 'mac',
  Linux: 'linux',
  iOS: 'ios',
  Android: 'android',
  'Chrome OS': 'chrome_os',
};
const MODES: Record<string, string> = {
  'Cloud Apps Only': 'cloud_apps',
  'Web Traffic': 'web',
  'All Traffic': 'all',
  None: 'none',
};
const FAMILIES: Record<string, string> = {
  Windows: 'windows',
  macOS: 'mac',
  Linux: 'linux',
  iOS: 'ios',
  Android: 'android',
};
const LOCATIONS: Record<string, string> = { 'On-premises': 'on_prem', 'Off-premises': 'off_prem' };
const ACTIONS: Record<string, Fields> = {
  Block: { action: 'block' },
  Bypass: { action: 'bypass' },
  'Bypass + Direct': { action: 'bypass', managed_device: false, tunnel: false },
  'Bypass + Tunnel': { action: 'bypass', managed_device: false, tunnel: true },
  'Bypass Managed Devices + Direct': { action: 'bypass', managed_device: true, tunnel: false },
  'Bypass Managed Devices + Tunnel': { action: 'bypass', managed_device: true, tunnel: true },
  'Steer and Decrypt at Netskope Cloud': { action: 'steer_and_decrypt' },
};
/** By the type on the screen: that of the API, the name of its list, and the label of the field. */
const TYPES: Record<string, { type: string; list: string; label: string }> = {
  Application: { type: 'application', list: 'apps', label: 'Applications' },
  Category: { type: 'category', list: 'categories', label: 'Categories' },
  'Certificate Pinned Application': { type: 'certificate_pinned_app', list: '', label: '' },
  'Destination Location': { type: 'destination_location', list: 'locations', label: 'Network Locations' },
  DNS: { type: 'dns', list: 'questions', label: 'DNS' },
  Domains: { type: 'domains', list: 'domains', label: 'Domains' },
  'Source Countries': { type: 'source_countries', list: 'countries', label: 'Countries' },
  'Source Location': { type: 'source_location', list: 'locations', label: 'Network Locations' },
};

export class Robot {
  /** Apps that have a name and no executables yet: the form is open. */
  private readonly open = new Set<string>();
  /** How often something was really written. */
  readonly writes: string[] = [];

  constructor(private readonly tenant: Pick<LocalTenant, 'serverUrl' | 'consoleToken'>) {}

  async follow(step: RunbookStep): Promise<void> {
    switch (step.object.kind) {
      case 'app':
        return this.app(step);
      case 'configuration':
        return this.configuration(step);
      case 'port_entry':
        return this.port(step);
      case 'exception':
        return this.exception(step);
      case 'network_location':
        throw new Error('the robot has no such screen');
    }
  }

  private async app(step: RunbookStep): Promise<void> {
    const name = step.object.name;
    const found = (await this.list('/steering/apps/certpinned')).find((one) => one['app_name'] === name);
    if (step.verb === 'delete') {
      if (found !== undefined) await this.write('DELETE', `/steering/apps/certpinned/${String(found['id'])}`);
      else if (step.unless === undefined) throw new Error(`there is no app ${name}`);
      return;
    }
    if (step.verb === 'create') {
      if (found === undefined) this.open.add(valueOf(step, 'Application name') ?? '');
      else if (step.unless === undefined) throw new Error(`the app ${name} is there already`);
      return;
    }
    const away = step.fields.find(({ label, how }) => how === 'untick' && label.startsWith('Platform '));
    const platforms = { ...((found?.['platforms'] ?? {}) as Fields) };
    if (away !== undefined) delete platforms[PLATFORMS[away.label.slice('Platform '.length)] ?? ''];
    else {
      const platform = PLATFORMS[valueOf(step, 'Platform') ?? ''] ?? '';
      const [processes, domains] = [listIn(step, 'Processes'), listIn(step, 'Domains')];
      platforms[platform] = {
        ...(platforms[platform] as Fields | undefined),
        match: valueOf(step, 'Definition') === 'RegEx' ? 'regex' : 'exact',
        ...(processes !== undefined && { processes }),
        ...(domains !== undefined && { domains }),
      };
    }
    if (found === undefined) {
      if (!this.open.delete(name)) throw new Error(`there is no app ${name}`);
      await this.write('POST', '/steering/apps/certpinned', { app_name: name, platforms });
      return;
    }
    await this.writeIfOther(
      'PUT',
      `/steering/apps/certpinned/${String(found['id'])}`,
      { app_name: name, platforms: found['platforms'] },
      { app_name: name, platforms },
    );
  }

  private async configuration(step: RunbookStep): Promise<void> {
    const found = await this.findConfiguration(step.object.name).catch(() => undefined);
    if (step.verb === 'delete')
      return void (await this.write('DELETE', `/steering/configurations/${found?.config_id}`));
    const body = configurationBody(step, found);
    if (step.verb === 'create') {
      if (found !== undefined) throw new Error(`the configuration ${step.object.name} is there already`);
      return void (await this.write('POST', '/steering/configurations', body));
    }
    if (found === undefined) throw new Error(`there is no configuration ${step.object.name}`);
    const before = Object.fromEntries(Object.keys(body).map((key) => [key, found[key]]));
    await this.writeIfOther('PATCH', `/steering/configurations/${found.config_id}`, before, body);
  }

  private async port(step: RunbookStep): Promise<void> {
    const { config_id } = await this.findConfiguration(step.object.configuration ?? '');
    const path = `/steering/configurations/${config_id}/nonstandardports`;
    const port = Number(valueOf(step, 'Port'));
    const domains = listIn(step, 'Domains') ?? [];
    const rows = await this.list(path);
    const before = step.fields
      .find(({ label }) => label === 'Domains')
      ?.before?.split(',')
      .filter((one) => one !== '');
    const found =
      rows.find((one) => one['port'] === port && same(one['domains'], domains)) ??
      (before === undefined ? undefined : rows.find((one) => one['port'] === port && same(one['domains'], before)));
    if (step.verb === 'delete') {
      if (found !== undefined) await this.write('DELETE', `${path}/${String(found['id'])}`);
      else if (step.unless === undefined) throw new Error(`there is no entry of port ${port}`);
      return;
    }
    if (found === undefined) await this.write('POST', path, { port, domains });
    else
      await this.writeIfOther(
        'PUT',
        `${path}/${String(found['id'])}`,
        { port, domains: found['domains'] },
        { port, domains },
      );
  }

  private async exception(step: RunbookStep): Promise<void> {
    const { config_id } = await this.findConfiguration(step.object.configuration ?? '');
    const path = `/steering/configurations/${config_id}/exceptions`;
    const shown = valueOf(step, 'Exception type') ?? '';
    const kind = TYPES[shown];
    if (kind === undefined) throw new Error(`there is no exception of the type ${shown}`);
    const location = LOCATIONS[valueOf(step, 'Location') ?? ''] ?? null;
    const all = ((await this.list(path)) as ExceptionSeen[]).filter(
      (one) => one.type === kind.type && one.location === location,
    );
    const appId =
      kind.type === 'certificate_pinned_app' ? await this.appId(valueOf(step, 'Application') ?? '') : undefined;
    const found = all.find((one) => isMeant(step, one, kind, appId));
    if (step.verb === 'delete') {
      if (found !== undefined) await this.write('DELETE', `${path}/${found.id}`);
      else if (step.unless === undefined) throw new Error(`there is no such exception: ${step.title}`);
      return;
    }
    const data = kind.type === 'certificate_pinned_app' ? pinnedBody(step, appId ?? '', found) : listBody(step, kind);
    const notes = valueOf(step, 'Notes') ?? '';
    const body = { type: kind.type, location, notes, [kind.type]: data };
    if (found === undefined) {
      if (step.verb === 'change') throw new Error(`there is no such exception: ${step.title}`);
      return void (await this.write('POST', path, body));
    }
    if (step.verb === 'create' && step.unless === undefined) throw new Error(`it is there already: ${step.title}`);
    await this.writeIfOther(
      'PUT',
      `${path}/${found.id}`,
      {
        type: found.type,
        location: found.location,
        notes: found['notes'],
        [kind.type]: withoutAppName(found[kind.type]),
      },
      body,
    );
  }

  private async appId(name: string): Promise<string> {
    const found = (await this.list('/steering/apps/certpinned')).find((one) => one['app_name'] === name);
    if (found === undefined) throw new Error(`the list of apps does not have ${name}`);
    return String(found['id']);
  }

  private async findConfiguration(name: string): Promise<ConfigurationSeen> {
    const all = (await this.list('/steering/configurations')) as ConfigurationSeen[];
    const found = all.find(({ config_name }) => config_name === name);
    if (found === undefined) throw new Error(`there is no configuration ${name}`);
    return found;
  }

  private async writeIfOther(method: string, path: string, before: Fields, after: Fields): Promise<void> {
    if (canonical(before) !== canonical(after)) await this.write(method, path, after);
  }

  private async write(method: string, path: string, body?: Fields): Promise<void> {
    this.writes.push(`${method} ${path} ${JSON.stringify(body)}`);
    await this.send(method, path, body);
  }

  private async list(path: string): Promise<Fields[]> {
    const all: Fields[] = [];
    for (let offset = 0; ; offset += 100) {
      const { data, total } = (await this.send('GET', `${path}?limit=100&offset=${offset}`)) as {
        data: Fields[];
        total: number;
      };
      all.push(...data);
      if (all.length >= total || data.length === 0) return all;
    }
  }

  private async send(method: string, path: string, body?: Fields): Promise<unknown> {
    const response = await fetch(`${this.tenant.serverUrl}${path}`, {
      method,
      headers: { 'Netskope-Api-Token': this.tenant.consoleToken, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} ${JSON.stringify(body)}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}

function configurationBody(step: RunbookStep, found: ConfigurationSeen | undefined): Fields {
  const body: Fields = step.verb === 'create' ? { config_name: step.object.name } : {};
  for (const { label, value, how } of step.fields) {
    const list = value === '' ? [] : value.split(',');
    if (label === 'Name') body['config_name'] = value;
    if (label === 'Status') body['enabled'] = value === 'Enabled';
    if (label === 'User Groups') body['user_groups'] = list;
    if (label === 'Organization Units') body['organization_units'] = list;
    if (label === 'OS Families') body['os_families'] = list.map((one) => FAMILIES[one]);
    if (label === 'Device Tags') body['device_tags'] = list;
    if (label === 'Traffic Mode') body['traffic_type'] = MODES[value];
    if (label === 'Dynamic Steering') body['location_based_steering'] = how === 'tick';
    if (label === 'On-premises Traffic Mode') body['on_prem'] = { traffic_type: MODES[value] };
    if (label === 'Off-premises Traffic Mode') body['off_prem'] = { traffic_type: MODES[value] };
    if (label === 'Steer private apps') body['private_apps_steering'] = value.toLowerCase();
    if (label === 'Private Apps') body['private_apps'] = list;
    if (label === 'Steer DNS') body['steer_dns'] = how === 'tick';
    if (label === 'Bypass exception traffic at') body['bypass_exception_traffic_at'] = value.toLowerCase();
  }
  return step.verb === 'create' && found === undefined ? { ...body, enabled: false } : body;
}

/** Whether an exception of the list is the one that the step is about, by what the screen shows of it. */
function isMeant(
  step: RunbookStep,
  one: ExceptionSeen,
  kind: { type: string; list: string; label: string },
  appId?: string,
): boolean {
  const data = one[kind.type] as Fields;
  if (appId !== undefined) return data['app_id'] === appId;
  const field = step.fields.find(({ label }) => label.startsWith(kind.label));
  const shown = listOf(data, kind);
  return [field?.value, field?.before].some(
    (text) => text !== undefined && same(shown, listFrom(text, field?.how === 'import', kind)),
  );
}

function listOf(data: Fields, { type, list }: { type: string; list: string }): string[] {
  if (type === 'dns')
    return (data[list] as Fields[]).map((one) => `${String(one['domain'])},${String(one['record_type'])}`);
  return data[list] as string[];
}

function listFrom(text: string, isFile: boolean, { type }: { type: string }): string[] {
  if (type === 'dns') return text.trim().split('\n').slice(1);
  const names = isFile ? text.trim().split('\n') : text.split(',');
  return type === 'source_countries' ? names.map(countryCode) : names;
}

function listBody(step: RunbookStep, kind: { type: string; list: string; label: string }): Fields {
  const field = step.fields.find(({ label }) => label.startsWith(kind.label));
  const names = listFrom(field?.value ?? '', field?.how === 'import', kind);
  const action = valueOf(step, 'Action');
  return {
    [kind.list]:
      kind.type === 'dns'
        ? names.map((line) => ({ domain: line.split(',')[0], record_type: line.split(',')[1] }))
        : names,
    ...(action !== undefined && { action: action === 'Bypass' ? 'bypass' : 'bypass_except_dns' }),
    ...(kind.type === 'destination_location' && {
      treat_like_local_ip: step.fields.some(
        ({ label, how }) => label === 'Treat like local IP address' && how === 'tick',
      ),
    }),
  };
}

function pinnedBody(step: RunbookStep, appId: string, found: ExceptionSeen | undefined): Fields {
  const { app_name: _, ...before } = (found?.['certificate_pinned_app'] ?? {}) as Fields;
  const body: Fields = {
    ...before,
    app_id: appId,
    custom_app_domains: listIn(step, 'Custom App Domains') ?? before['custom_app_domains'] ?? [],
  };
  for (const [title, platform] of Object.entries(PLATFORMS)) {
    const action = valueOf(step, `${title} action`);
    if (action === undefined) continue;
    if (action === 'Not selected') delete body[platform];
    else {
      const classifications = listIn(step, `${title} device classifications`);
      body[platform] = {
        ...ACTIONS[action],
        ...(classifications !== undefined && { device_classifications: classifications }),
      };
    }
  }
  return body;
}

function withoutAppName(data: unknown): Fields {
  const { app_name: _, ...rest } = data as Fields;
  return rest;
}

function valueOf(step: RunbookStep, label: string): string | undefined {
  return step.fields.find((one) => one.label === label)?.value;
}

function listIn(step: RunbookStep, label: string): string[] | undefined {
  const value = valueOf(step, label);
  return value === undefined ? undefined : value === '' ? [] : value.split(',');
}

const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CODES = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));

function countryCode(name: string): string {
  return CODES.find((code) => REGIONS.of(code) === name) ?? name;
}

function same(one: unknown, other: readonly string[]): boolean {
  return Array.isArray(one) && [...one].sort().join('\n') === [...other].sort().join('\n');
}

/** A text that is the same for values that differ in the order of keys and lists, or in what a screen leaves empty. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (Array.isArray(part)) return [...part].map((one) => JSON.stringify(one)).sort();
    if (typeof part !== 'object' || part === null) return part;
    const entries = Object.entries(part).filter(
      ([, one]) => one !== undefined && one !== false && !(Array.isArray(one) && one.length === 0),
    );
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
