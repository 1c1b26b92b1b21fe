/**
 * This file writes the objects of a tenant as constructs, as a person writes them. Where a construct refuses what a
 * tenant holds all the same, such as two entries of one port, the resource itself stands in its place.
 */
import { inert, isObject, PLATFORMS, type Place } from '../../steering';
import { complainAboutPrivateApps, complainAboutSide } from '../../steering/domain/configurations';
import {
  complainAboutOffer,
  EXCEPTION_TYPE_NAMES,
  EXCEPTION_TYPES,
  type TrafficModeName,
} from '../../steering/domain/exceptions';
import { isDynamic, isWritable, Reference, type Written } from './attributes';
import { allOf, ownIdOf } from './hcl';
import { camelCase, Namespace, pascalCase } from './names';
import type { ExportedConfiguration, ExportedObject, ExportedTenant } from './objects';
import { GENERAL, importIdRemark, remarksOf, todosOf, WITHHELD, type ExportedFiles, type ExportFacts } from './remarks';

/** @param accepted the guardrails that find an error in what is there */
export function cdktfFiles(tenant: ExportedTenant, facts: ExportFacts, accepted: readonly string[]): ExportedFiles {
  return new ConstructWriter(tenant, facts, accepted).files();
}

/** By the attribute, the constants that its words have, and the name of the property where that is another one. */
const CONSTANTS: Readonly<Record<string, string>> = {
  traffic_mode: 'TrafficMode',
  on_premises_traffic_mode: 'TrafficMode',
  off_premises_traffic_mode: 'TrafficMode',
  steer_private_apps: 'PrivateAppSteering',
  bypass_exception_traffic_at: 'BypassPlace',
  os_families: 'ClientOsFamily',
  location: 'ClientLocation',
  action: 'BypassAction',
  record_type: 'DnsRecordType',
  match: 'ProcessMatch',
};
const PROPERTIES: Readonly<Record<string, string>> = {
  on_premises_traffic_mode: 'onPremises',
  off_premises_traffic_mode: 'offPremises',
};
/** What a construct takes for granted. */
const IMPLIED: Readonly<Record<string, Written>> = { record_type: 'all' };

/** The method of a configuration that adds an exception of each kind. */
const METHODS: Readonly<Record<string, string>> = {
  certificate_pinned_app_exception: 'addException',
  application_exception: 'bypassApplications',
  category_exception: 'bypassCategories',
  destination_location_exception: 'bypassDestinationLocations',
  dns_exception: 'bypassDns',
  domain_exception: 'bypassDomains',
  source_country_exception: 'bypassSourceCountries',
  source_location_exception: 'bypassSourceLocations',
};

/** What a variable cannot be called. */
const RESERVED = (
  'app stack l1 await break case catch class const continue debugger default delete do else enum export extends false ' +
  'finally for function if implements import in instanceof interface let new null package private protected public ' +
  'return static super switch this throw true try typeof undefined var void while with yield arguments eval async of ' +
  'process console global module require exports importWhatIsThere'
).split(' ');

/** The longest line of code. */
const WIDTH = 120;

class ConstructWriter {
  private readonly variables = new Namespace(camelCase, RESERVED);
  private readonly ids = new Namespace(pascalCase, ['netskope', 'backend', 'NativeApps', 'cdktf', 'tags']);
  private readonly names = new Map<ExportedObject, string>();
  private readonly referenced = new Set<unknown>();
  private readonly imported = new Set<string>(['NetskopeSteeringProvider']);
  private readonly paths: [path: string, id: string][] = [];

  constructor(
    private readonly tenant: ExportedTenant,
    private readonly facts: ExportFacts,
    private readonly accepted: readonly string[],
  ) {
    // What is a comment counts too, so that it is code as soon as somebody completes it.
    for (const { attributes, after } of allOf(tenant)) {
      for (const reference of referencesIn(attributes)) this.referenced.add(reference.to);
      if (after !== undefined) this.referenced.add(after);
    }
    const withVariables = [...tenant.apps, ...tenant.locations, ...tenant.configurations.map(({ object }) => object)];
    for (const one of withVariables) {
      const parts = one.kind === 'default_configuration' ? ['default', 'configuration'] : one.parts;
      this.names.set(one, this.variables.give({ parts, kind: WORDS[one.kind] ?? 'object', id: one.key }));
    }
  }

  files(): ExportedFiles {
    const statements = [
      ...this.tenant.apps.map((one) => this.statement(one, this.appOf(one))),
      ...this.tenant.locations.map((one) => this.statement(one, this.resource(one))),
      ...this.tenant.configurations.flatMap((one) => ['', ...this.configuration(one)]),
    ];
    const suppressions = this.suppressions();
    const hasImports = this.paths.length > 0;
    const { name, version } = this.facts;
    const main = [
      ...[...GENERAL(this.facts, 'imports.ts and its two lines here')].map((line) => `// ${line}`),
      "import { App, LocalBackend, TerraformStack } from 'cdktf';",
      ...this.importsOfConstructs(),
      ...(hasImports ? ["import { importWhatIsThere } from './imports';"] : []),
      '',
      'const app = new App({ stackTraces: false });',
      `const stack = new TerraformStack(app, ${quoted(name)});`,
      `new LocalBackend(stack, { path: ${quoted(`../../../terraform.${name}.tfstate`)} });`,
      "new NetskopeSteeringProvider(stack, 'netskope'); // NETSKOPE_SERVER_URL and NETSKOPE_API_KEY say which tenant",
      ...(suppressions.length > 0 ? ['', ...suppressions] : []),
      '',
      ...statements,
      '',
      ...(hasImports ? ['importWhatIsThere(stack);'] : []),
      'app.synth();',
      '',
    ];
    return {
      'main.ts': main.join('\n').replace(/\n{3,}/g, '\n\n'),
      ...(hasImports && { 'imports.ts': importsFile(this.paths, this.tenant.hasIds) }),
      'cdktf.json': json({
        language: 'typescript',
        app: 'node --import tsx main.ts',
        projectId: name,
        sendCrashReports: 'false',
      }),
      'package.json': json({
        name: `netskope-steering-${name.toLowerCase()}`,
        private: true,
        scripts: { check: 'tsc --noEmit', synth: 'node --import tsx main.ts' },
        dependencies: { cdktf: '^0.21.0', 'cdktf-netskope-steering': version, constructs: '^10.4.2' },
        devDependencies: { '@types/node': '^20.0.0', tsx: '^4.0.0', typescript: '^5.0.0' },
      }),
      'tsconfig.json': json({
        compilerOptions: { strict: true, skipLibCheck: true, target: 'es2022', module: 'node16', types: ['node'] },
        include: ['*.ts'],
      }),
      '.gitignore': 'node_modules/\ncdktf.out/\n*.tfstate*\n',
    };
  }

  private importsOfConstructs(): string[] {
    const names = [...this.imported].sort();
    const line = `import { ${names.join(', ')} } from 'cdktf-netskope-steering';`;
    if (line.length <= WIDTH) return [line];
    return ['import {', ...names.map((name) => `  ${name},`), "} from 'cdktf-netskope-steering';"];
  }

  /** A stack with an error of a guardrail is not synthesized; what is there already has to be accepted first. */
  private suppressions(): string[] {
    if (this.accepted.length === 0) return [];
    return [
      '// Found on the tenant when it was exported: decide which of these to correct, and take their lines out.',
      ...this.accepted.map((id) => {
        const guardrail = `${this.use('Guardrail')}.${id.replaceAll('-', '_').toUpperCase()}`;
        return `${this.use('Guardrails')}.suppress(stack, ${guardrail}, 'It was so when the tenant was exported.');`;
      }),
    ];
  }

  private use(name: string): string {
    this.imported.add(name);
    return name;
  }

  private idOf(object: ExportedObject): string {
    const parts = object.kind === 'default_configuration' ? ['default', 'configuration'] : object.parts;
    return this.ids.give({ parts, kind: WORDS[object.kind] ?? 'exception', id: ownIdOf(object) });
  }

  /** Declares a variable where something refers to the object; a comment where it is withheld. */
  private statement(object: ExportedObject, code: string): string {
    const isReferenced = this.referenced.has(object) && object.withheld === undefined;
    const text = `${isReferenced ? `const ${this.names.get(object)} = ` : ''}${code};`;
    if (object.withheld === undefined) return text;
    const lines = [
      ...WITHHELD(object),
      ...importIdRemark(object),
      ...(isWritable(object.kind) ? text.split('\n') : []),
    ];
    return lines.map((line) => `// ${line}`).join('\n');
  }

  private enter(object: ExportedObject, path: string): string {
    if (object.withheld === undefined && object.importId !== undefined) this.paths.push([path, object.importId]);
    return path;
  }

  private appOf(app: ExportedObject): string {
    const id = this.idOf(app);
    const { attributes } = app;
    this.use('CertificatePinnedApp');
    if (app.isLookup) {
      const [how, what] =
        attributes['name'] === undefined ? ['fromId', attributes['id']] : ['fromName', attributes['name']];
      return `CertificatePinnedApp.${how}(stack, ${quoted(id)}, ${quoted(String(what))})`;
    }
    this.enter(app, id);
    return `new CertificatePinnedApp(stack, ${quoted(id)}, ${this.props(app, attributes)})`;
  }

  /** The resource of the provider, as it is. Its texts are templates, so that what would begin one is doubled. */
  private resource(object: ExportedObject): string {
    this.use('l1');
    const id = this.enter(object, this.idOf(object));
    const { kind, attributes } = object;
    const entries = Object.entries(attributes).map(([name, value]): [string, string] => [
      camelCaseOf(name),
      this.l1(value),
    ]);
    return `new l1.${camelCaseOf(kind)}.${pascalCase(kind.replaceAll('_', ' '))}(stack, ${quoted(id)}, ${literal(entries, commentsOf(object))})`;
  }

  private l1(value: Written): string {
    if (value instanceof Reference) return this.referenceTo(value);
    if (typeof value === 'string') return quoted(value.replace(/[$%](?=\{)/g, '$&$&'));
    if (typeof value !== 'object') return String(value);
    if (Array.isArray(value)) return list(value.map((one: Written) => this.l1(one)));
    return literal(Object.entries(value).map(([name, part]) => [camelCaseOf(name), this.l1(part as Written)]));
  }

  private referenceTo({ to, attribute }: Reference): string {
    const object = to as ExportedObject;
    const variable = this.names.get(object) ?? '';
    if (attribute === 'name') return `${variable}.name`;
    return `${variable}.${object.kind === 'certificate_pinned_app' ? 'appId' : 'configurationId'}`;
  }

  private configuration({ object, ports, exceptions, notes }: ExportedConfiguration): string[] {
    const { attributes, after } = object;
    const id = this.idOf(object);
    const before = [
      ...(object.priority === undefined ? [] : [`// priority ${object.priority}`]),
      ...notes.map((note) => `// ${note}.`),
    ];
    const isUsed = [...ports, ...exceptions].some(({ withheld }) => withheld === undefined);
    if (isUsed) this.referenced.add(object);
    const own: string[] = [];
    this.use('SteeringConfiguration');
    if (object.kind === 'default_configuration') {
      const isPlain = Object.keys(attributes).length === 0 && commentsOf(object).length === 0;
      const props = isPlain ? '' : `, ${this.props(object, attributes)}`;
      own.push(this.statement(object, `SteeringConfiguration.adoptDefault(stack, ${quoted(id)}${props})`));
      if (object.withheld !== undefined && isUsed) own.push(this.reference(object, id, quoted(object.importId ?? '')));
    } else if (needsResource(object)) {
      this.enter(object, `${id}Resource`);
      const entries = Object.entries(attributes).map(([name, value]): [string, string] => [
        camelCaseOf(name),
        this.l1(value),
      ]);
      const code = `new ${this.use('l1')}.configuration.Configuration(stack, ${quoted(`${id}Resource`)}, ${literal(entries, commentsOf(object))})`;
      own.push(this.reference(object, id, `${code}.id`));
    } else {
      const extra: [string, string][] =
        after === undefined || needsResource(after) ? [] : [['after', `[${this.names.get(after)}]`]];
      this.enter(object, id);
      const props = this.props(object, attributes, extra);
      own.push(this.statement(object, `new SteeringConfiguration(stack, ${quoted(id)}, ${props})`));
      if (object.withheld !== undefined && isUsed) own.push(this.reference(object, id, quoted(object.importId ?? '')));
    }
    const inside = new Namespace(pascalCase, [
      'Resource',
      ...ports.map(({ attributes: { port } }) => `Port${String(port)}`),
    ]);
    const seen = new Set<unknown>();
    return [
      ...before,
      ...own,
      ...ports.map((port) => {
        const isSecond = seen.has(port.attributes['port']);
        if (port.withheld === undefined) seen.add(port.attributes['port']);
        return this.statement(port, isSecond ? this.resource(port) : this.port(object, id, port));
      }),
      ...exceptions.map((one) =>
        this.statement(
          one,
          isRefusedByConstructs(one, object) ? this.resource(one) : this.exception(object, id, one, inside),
        ),
      ),
    ];
  }

  /** A configuration that is referred to by its id, where no construct makes it. */
  private reference(object: ExportedObject, id: string, configurationId: string): string {
    return `const ${this.names.get(object)} = SteeringConfiguration.fromId(stack, ${quoted(id)}, ${configurationId});`;
  }

  private port(configuration: ExportedObject, id: string, port: ExportedObject): string {
    const { port: number = 0, domains } = port.attributes;
    this.enter(port, `${id}/Port${String(number)}`);
    const options = domains === undefined ? '' : `, ${this.props(port, { domains })}`;
    return `${this.names.get(configuration)}.addNonStandardPort(${String(number)}${options})`;
  }

  private exception(configuration: ExportedObject, scope: string, one: ExportedObject, inside: Namespace): string {
    const id = inside.give({ parts: one.own, kind: 'exception', id: ownIdOf(one) });
    this.enter(one, `${scope}/${id}`);
    const { configuration_id: _, app_id, ...attributes } = one.attributes;
    const app: [string, string][] = app_id === undefined ? [] : [['app', this.appFor(app_id)]];
    const method = METHODS[one.kind] ?? 'addException';
    return `${this.names.get(configuration)}.${method}(${quoted(id)}, ${this.props(one, attributes, [], app)})`;
  }

  private appFor(app: Written): string {
    if (app instanceof Reference) return this.names.get(app.to as ExportedObject) ?? '';
    return `${this.use('CertificatePinnedApp')}.fromAppId(${quoted(String(app))})`;
  }

  private props(
    object: ExportedObject,
    attributes: ExportedObject['attributes'],
    last: readonly [string, string][] = [],
    first: readonly [string, string][] = [],
  ): string {
    const entries = Object.entries(attributes)
      .filter(([name]) => !(name === 'steer_private_apps' && attributes['private_apps'] !== undefined))
      .map(([name, value]): [string, string] => [camelCaseOf(name), this.value(name, value, object.kind)]);
    return literal([...first, ...entries, ...last], commentsOf(object));
  }

  private value(name: string, value: Written, kind: string): string {
    if (value instanceof Reference) return this.referenceTo(value);
    if (Array.isArray(value)) return list(value.map((one: Written) => this.value(name, one, kind)));
    if (isObject(value)) {
      const entries = Object.entries(value as Readonly<Record<string, Written>>)
        .filter(
          ([part, one]) =>
            IMPLIED[part] !== one && !(name === 'dynamic_steering' && part === 'enabled' && one === true),
        )
        .map(([part, one]): [string, string] => [PROPERTIES[part] ?? camelCaseOf(part), this.value(part, one, kind)]);
      return literal(entries);
    }
    if (typeof value !== 'string') return String(value);
    const isAction = kind === 'certificate_pinned_app_exception' && PLATFORMS.some((one) => one.name === name);
    const constants = isAction ? 'PlatformAction' : CONSTANTS[name];
    return constants === undefined ? quoted(value) : `${this.use(constants)}.${value.toUpperCase()}`;
  }
}

/** The word that begins a name where the name of the object alone is none. */
const WORDS: Readonly<Record<string, string>> = {
  certificate_pinned_app: 'app',
  network_location: 'location',
  configuration: 'configuration',
  default_configuration: 'configuration',
  non_standard_port: 'port',
};

function commentsOf(object: ExportedObject): string[] {
  return [...todosOf(object), ...remarksOf(object)];
}

function* referencesIn(value: Written): Generator<Reference> {
  if (value instanceof Reference) yield value;
  else if (typeof value === 'object') for (const part of Object.values(value)) yield* referencesIn(part as Written);
}

/** A configuration for which a construct refuses what the tenant holds: specific private apps of which there are none. */
function needsResource({ kind, attributes }: ExportedObject): boolean {
  const { steer_private_apps: mode = 'none', private_apps: apps = [] } = attributes;
  const isNamed = Array.isArray(apps) && apps.length > 0;
  return kind === 'configuration' && complainAboutPrivateApps(String(mode), isNamed) !== undefined;
}

/** Whether a construct refuses an exception that stands on the tenant all the same, such as one that toggling left. */
function isRefusedByConstructs(exception: ExportedObject, configuration: ExportedObject): boolean {
  const { location = 'everywhere', app_id } = exception.attributes;
  const type = EXCEPTION_TYPE_NAMES.find((name) => EXCEPTION_TYPES[name].resource === exception.kind);
  if (type === undefined) return false;
  const place = location as Place;
  const modes = modesOf(configuration);
  if (complainAboutOffer(type, place, modes.at[place]) !== undefined) return true;
  if (modes.dynamic !== undefined && complainAboutSide('', modes.dynamic, place) !== undefined) return true;
  if (!(app_id instanceof Reference)) return false;
  const app = app_id.to as ExportedObject;
  return (
    !app.isLookup &&
    PLATFORMS.some(({ name }) => exception.attributes[name] !== undefined && app.attributes[name] === undefined)
  );
}

/** What the code says of the modes of a configuration; of one that is only referred to, it says nothing. */
function modesOf({ kind, attributes, withheld }: ExportedObject): {
  readonly dynamic?: boolean;
  readonly at: Partial<Record<Place, TrafficModeName>>;
} {
  if (withheld !== undefined) return { at: {} };
  const { traffic_mode, dynamic_steering: dynamic } = attributes;
  const isDefault = kind === 'default_configuration';
  const everywhere = traffic_mode ?? (isDefault ? undefined : 'cloud_apps');
  const sides = isObject(dynamic) ? dynamic : {};
  const at = {
    everywhere,
    on_premises: sides['on_premises_traffic_mode'],
    off_premises: sides['off_premises_traffic_mode'],
  };
  return {
    ...((!isDefault || dynamic !== undefined) && { dynamic: isDynamic(dynamic) }),
    at: at as Partial<Record<Place, TrafficModeName>>,
  };
}

function importsFile(paths: readonly (readonly [string, string])[], hasIds: boolean): string {
  const entries = paths.map(([path, id]) => `  ${quoted(path)}: ${quoted(id)},`);
  return `${hasIds ? '' : '// REST v1 shows ids of configurations alone, so apps, ports and exceptions are not imported.\n'}import { TerraformResource, type TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

/** By the path of a construct in the stack, the id of what the tenant has. */
const IDS: Readonly<Record<string, string>> = {
${entries.join('\n')}
};

/** Has the first plan import what is there. After its apply this file may go. */
export function importWhatIsThere(stack: TerraformStack): void {
  for (const [path, id] of Object.entries(IDS)) {
    const construct = path.split('/').reduce<IConstruct>((scope, name) => scope.node.findChild(name), stack);
    const resource = construct.node.tryFindChild('Resource') ?? construct;
    if (TerraformResource.isTerraformResource(resource)) resource.importFrom(id);
  }
}
`;
}

function list(elements: readonly string[]): string {
  const line = `[${elements.join(', ')}]`;
  if (line.length <= WIDTH - 20 && !line.includes('\n')) return line;
  return `[\n${elements.map((one) => `${indented(one)},`).join('\n')}\n]`;
}

/** An object, in one line where it is short. */
function literal(entries: readonly (readonly [string, string])[], comments: readonly string[] = []): string {
  const pairs = entries.map(([name, value]) => (name === value ? name : `${name}: ${value}`));
  const line = pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  if (comments.length === 0 && line.length <= WIDTH / 2 + 10 && !line.includes('\n')) return line;
  return `{\n${[...pairs.map((pair) => `${pair},`), ...comments.map((one) => `// ${one}`)].map(indented).join('\n')}\n}`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

/** `custom_app_domains` as a property. */
function camelCaseOf(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** A text in quotation marks; what nobody sees is escaped. */
function quoted(text: string): string {
  const escaped = text
    .replace(/['\\]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `'${inert(escaped)}'`;
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
