/** This file writes the objects of a tenant in Terraform's own language, with the import blocks in a file of their own. */
import { inert } from '../../steering';
import { ObjectReference, type WrittenValue } from './attributes';
import { Namespace, snakeCase } from './names';
import {
  allOf,
  NOUNS,
  ownIdOf,
  type ExportedConfiguration,
  type ExportedObject,
  type ExportedTenant,
} from './exported';
import {
  commentsOf,
  generalRemarks,
  importIdRemark,
  whyWithheld,
  type ExportedFiles,
  type ExportFacts,
} from './remarks';

/** Up to so many blocks stand in one file; with more, each configuration has a file of its own. */
const MOST_IN_ONE_FILE = 40;

export function hclFiles(tenant: ExportedTenant, facts: ExportFacts): ExportedFiles {
  return new HclWriter(tenant, facts).files();
}

class HclWriter {
  private readonly namespaces = new Map<string, Namespace>();
  private readonly addresses = new Map<ExportedObject, string>();

  constructor(
    private readonly tenant: ExportedTenant,
    private readonly facts: ExportFacts,
  ) {
    for (const object of allOf(tenant)) this.addresses.set(object, this.addressFor(object));
  }

  files(): ExportedFiles {
    const { apps, locations, configurations } = this.tenant;
    const sections = [
      { path: 'apps.tf', blocks: apps.map((one) => this.block(one)) },
      { path: 'network_locations.tf', blocks: locations.map((one) => this.block(one)) },
      ...this.configurationFiles(configurations),
    ].filter(({ blocks }) => blocks.length > 0);
    const isLarge = sections.flatMap(({ blocks }) => blocks).length > MOST_IN_ONE_FILE;
    const files = isLarge ? sections : [{ path: 'tenant.tf', blocks: sections.flatMap(({ blocks }) => blocks) }];
    return Object.fromEntries([
      ['main.tf', this.main()],
      ...files.map(({ path, blocks }) => [path, blocks.join('\n')]),
      ['imports.tf', this.imports()],
      ['.gitignore', '.terraform/\n*.tfstate*\ntfplan\n'],
    ]) as ExportedFiles;
  }

  private configurationFiles(configurations: readonly ExportedConfiguration[]) {
    const names = new Namespace((...parts) => `configuration_${snakeCase(...parts)}`);
    return configurations.map(({ object, ports, exceptions, notes }) => ({
      path: `${names.give({ parts: object.parts, kind: 'configuration', id: object.key })}.tf`,
      blocks: [
        this.block(object, notes.map((note) => `# ${note}.\n`).join('')),
        ...[...ports, ...exceptions].map((one) => this.block(one)),
      ],
    }));
  }

  private main(): string {
    const about = [...generalRemarks(this.facts, 'imports.tf')].map((line) => `# ${line}\n`).join('');
    return `${about}terraform {
  required_providers {
    netskopesteering = { source = ${quoted(this.facts.providerSource)} }
  }
}

# NETSKOPE_SERVER_URL and NETSKOPE_API_KEY say which tenant.
provider "netskopesteering" {}
`;
  }

  private imports(): string {
    const blocks = allOf(this.tenant).flatMap((object) => {
      if (object.isLookup || object.withheld !== undefined || object.importId === undefined) return [];
      return [`import {\n  to = ${this.addressOf(object)}\n  id = ${quoted(object.importId)}\n}\n`];
    });
    const about = this.tenant.hasIds
      ? '# What the tenant has already. After the first apply this file may go.\n'
      : '# REST v1 shows ids of configurations alone, so there are no import blocks for apps, ports and exceptions.\n';
    return [about, ...blocks].join('\n');
  }

  private addressFor(object: ExportedObject): string {
    const type = `netskopesteering_${object.kind}`;
    const of = `${object.isLookup ? 'data.' : ''}${type}`;
    const names = this.namespaces.get(of) ?? new Namespace(snakeCase);
    this.namespaces.set(of, names);
    return `${of}.${names.give({ parts: object.parts, kind: NOUNS[object.kind] ?? 'exception', id: ownIdOf(object) })}`;
  }

  private addressOf(object: ExportedObject): string {
    return this.addresses.get(object) ?? '';
  }

  private block(object: ExportedObject, before = ''): string {
    const [kind = '', type, name] = this.addressOf(object)
      .replace(/^(data\.)?/, (data) => (data === '' ? 'resource.' : data))
      .split('.');
    const lines = [...this.body(object)];
    const text = `${kind} "${type}" "${name}" {\n${lines.map((line) => (line === '' ? '\n' : `  ${line}\n`)).join('')}}\n`;
    const after = object.withheld === undefined ? text : commentedOut(text, object);
    return before + after;
  }

  private *body(object: ExportedObject): Generator<string> {
    const { attributes, after, priority } = object;
    if (priority !== undefined) yield `# priority ${priority}`;
    const entries = Object.entries(attributes);
    const shown = entries.map(([name, value]) => [name, this.value(value, 2)] as const);
    const short = shown.filter(([, text]) => !text.includes('\n'));
    const long = shown.filter(([, text]) => text.includes('\n'));
    const width = Math.max(...short.map(([name]) => name.length), 0);
    for (const [name, text] of short) yield `${name.padEnd(width)} = ${text}`;
    for (const [index, [name, text]] of long.entries()) {
      if (short.length > 0 || index > 0) yield '';
      yield* `${name} = ${text}`.split('\n').map((line, at) => (at === 0 ? line : line.replace(/^ {2}/, '')));
    }
    if (after !== undefined)
      yield* [
        '',
        '# A new configuration comes last, so they are made in this order.',
        `depends_on = [${this.addressOf(after)}]`,
      ];
    for (const comment of commentsOf(object)) yield `# ${comment}`;
  }

  private value(value: WrittenValue, indent: number): string {
    if (value instanceof ObjectReference) return `${this.addressOf(value.to as ExportedObject)}.${value.attribute}`;
    if (typeof value === 'string') return quoted(value);
    if (typeof value !== 'object') return String(value);
    const inner = ' '.repeat(indent + 2);
    const end = `\n${' '.repeat(indent)}`;
    if (Array.isArray(value)) {
      const elements = value.map((one: WrittenValue) => this.value(one, indent + 2));
      const line = `[${elements.join(', ')}]`;
      if (line.length + indent <= WIDTH && !line.includes('\n')) return line;
      return `[\n${elements.map((one) => `${inner}${one},`).join('\n')}${end}]`;
    }
    const entries = Object.entries(value).map(([name, part]) => [name, this.value(part, indent + 2)] as const);
    const line = `{ ${entries.map(([name, text]) => `${name} = ${text}`).join(', ')} }`;
    if (line.length + indent <= WIDTH && !line.includes('\n')) return line;
    const width = Math.max(...entries.filter(([, text]) => !text.includes('\n')).map(([name]) => name.length), 0);
    return `{\n${entries
      .map(([name, text]) => `${inner}${text.includes('\n') ? name : name.padEnd(width)} = ${text}`)
      .join('\n')}${end}}`;
  }
}

/** The longest list or object that stands in one line. */
const WIDTH = 90;

function commentedOut(text: string, object: ExportedObject): string {
  const lines = [...whyWithheld(object), ...importIdRemark(object), ...text.trimEnd().split('\n')];
  return lines.map((line) => `# ${line}`.trimEnd() + '\n').join('');
}

/** A text in quotation marks. What would begin a template is doubled, and what nobody sees is escaped. */
function quoted(text: string): string {
  const escaped = [...text.replace(/[$%](?=\{)/g, '$&$&')].map((character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    if (Object.hasOwn(ESCAPES, character)) return ESCAPES[character];
    if (inert(character) === character) return character;
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
  });
  return `"${escaped.join('')}"`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
