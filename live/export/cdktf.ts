/**
 * This file writes the objects of a tenant as constructs, as a person writes them. Where a construct refuses what a
 * tenant holds all the same, such as two entries of one port, the resource itself stands in its place.
 */
import { isObject, PLATFORMS } from '../../steering';
import { isWritable, ObjectReference, textOf, type WrittenValue } from './attributes';
import { CONSTANTS, IMPLIED, METHODS, PROPERTIES, RESERVED } from './construct-words';
import { isRefusedByConstructs, needsResource } from './construct-rules';
import {
  allOf,
  NOUNS,
  ownIdOf,
  type ExportedConfiguration,
  type ExportedObject,
  type ExportedTenant,
} from './exported';
import { camelCase, Namespace, pascalCase } from './names';
import {
  commentsOf,
  generalRemarks,
  importIdRemark,
  whyWithheld,
  type ExportedFiles,
  type ExportFacts,
} from './remarks';
import { camelCaseOf, importsFile, list, literal, projectFiles, quoted, WIDTH } from './typescript';

/** @param accepted the guardrails that find an error in what is there */
export function cdktfFiles(tenant: ExportedTenant, facts: ExportFacts, accepted: readonly string[]): ExportedFiles {
  return new ConstructWriter(tenant, facts, accepted).files();
}

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
      this.names.set(one, this.variables.give({ parts, kind: NOUNS[one.kind] ?? 'object', id: one.key }));
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
    const { name } = this.facts;
    const main = [
      ...[...generalRemarks(this.facts, 'imports.ts and its two lines here')].map((line) => `// ${line}`),
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
      ...projectFiles(this.facts),
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
    return this.ids.give({ parts, kind: NOUNS[object.kind] ?? 'exception', id: ownIdOf(object) });
  }

  /** Declares a variable where something refers to the object; a comment where it is withheld. */
  private statement(object: ExportedObject, code: string): string {
    const isReferenced = this.referenced.has(object) && object.withheld === undefined;
    const text = `${isReferenced ? `const ${this.names.get(object)} = ` : ''}${code};`;
    if (object.withheld === undefined) return text;
    const lines = [
      ...whyWithheld(object),
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
      return `CertificatePinnedApp.${how}(stack, ${quoted(id)}, ${quoted(textOf(what))})`;
    }
    this.enter(app, id);
    return `new CertificatePinnedApp(stack, ${quoted(id)}, ${this.props(app, attributes)})`;
  }

  /** The resource of the provider, as it is. Its texts are templates, so that what would begin one is doubled. */
  private resource(object: ExportedObject, id = this.idOf(object)): string {
    this.use('l1');
    this.enter(object, id);
    const { kind, attributes } = object;
    const entries = Object.entries(attributes).map(([name, value]): [string, string] => [
      camelCaseOf(name),
      this.l1(value),
    ]);
    return `new l1.${camelCaseOf(kind)}.${pascalCase(kind.replaceAll('_', ' '))}(stack, ${quoted(id)}, ${literal(entries, commentsOf(object))})`;
  }

  private l1(value: WrittenValue): string {
    if (value instanceof ObjectReference) return this.referenceTo(value);
    if (typeof value === 'string') return quoted(value.replace(/[$%](?=\{)/g, '$&$&'));
    if (typeof value !== 'object') return String(value);
    if (Array.isArray(value)) return list(value.map((one: WrittenValue) => this.l1(one)));
    return literal(Object.entries(value).map(([name, part]) => [camelCaseOf(name), this.l1(part)]));
  }

  private referenceTo({ to, attribute }: ObjectReference): string {
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
    } else if (needsResource(object) && object.withheld === undefined) {
      own.push(this.reference(object, id, `${this.resource(object, `${id}Resource`)}.id`));
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
      ...ports.map(({ attributes: { port } }) => `Port${textOf(port)}`),
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
    this.enter(port, `${id}/Port${textOf(number)}`);
    const options = domains === undefined ? '' : `, ${this.props(port, { domains })}`;
    return `${this.names.get(configuration)}.addNonStandardPort(${textOf(number)}${options})`;
  }

  private exception(configuration: ExportedObject, scope: string, one: ExportedObject, inside: Namespace): string {
    const id = inside.give({ parts: one.own, kind: 'exception', id: ownIdOf(one) });
    this.enter(one, `${scope}/${id}`);
    const { configuration_id: _, app_id, ...attributes } = one.attributes;
    const app: [string, string][] = app_id === undefined ? [] : [['app', this.appFor(app_id)]];
    const method = METHODS[one.kind] ?? 'addException';
    return `${this.names.get(configuration)}.${method}(${quoted(id)}, ${this.props(one, attributes, [], app)})`;
  }

  private appFor(app: WrittenValue): string {
    if (app instanceof ObjectReference) return this.names.get(app.to as ExportedObject) ?? '';
    return `${this.use('CertificatePinnedApp')}.fromAppId(${quoted(textOf(app))})`;
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

  private value(name: string, value: WrittenValue, kind: string): string {
    if (value instanceof ObjectReference) return this.referenceTo(value);
    if (Array.isArray(value)) return list(value.map((one: WrittenValue) => this.value(name, one, kind)));
    if (isObject(value)) {
      const entries = Object.entries(value as Readonly<Record<string, WrittenValue>>)
        .filter(
          ([part, one]) =>
            IMPLIED[part] !== one && !(name === 'dynamic_steering' && part === 'enabled' && one === true),
        )
        .map(([part, one]): [string, string] => [PROPERTIES[part] ?? camelCaseOf(part), this.value(part, one, kind)]);
      return literal(entries);
    }
    if (typeof value !== 'string') return textOf(value);
    const isAction = kind === 'certificate_pinned_app_exception' && PLATFORMS.some((one) => one.name === name);
    const constants = isAction ? 'PlatformAction' : CONSTANTS[name];
    return constants === undefined ? quoted(value) : `${this.use(constants)}.${value.toUpperCase()}`;
  }
}

function* referencesIn(value: WrittenValue): Generator<ObjectReference> {
  if (value instanceof ObjectReference) yield value;
  else if (typeof value === 'object') for (const part of Object.values(value)) yield* referencesIn(part);
}
