/**
 * A robot administrator follows the steps of a runbook on a local tenant. It knows what the screens know: names of fields
 * and what stands in them. It shares no code with what writes runbooks, so that the two cannot agree on a mistake.
 */
import type { RunbookStep } from '../../../live/runbook/runbook';
import type { LocalTenant } from '../../../tenant/emulator';
import {
  LOCATIONS,
  PLATFORMS,
  TYPES,
  canonical,
  configurationBody,
  isMeant,
  listBody,
  listIn,
  pinnedBody,
  same,
  valueOf,
  withoutAppName,
  type ConfigurationSeen,
  type ExceptionSeen,
  type Fields,
} from './screen-words';

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
