/** How are texts, lists and objects written in TypeScript? And the files beside the code. */
import { inert } from '../../steering';
import type { ExportedFiles, ExportFacts } from './remarks';

/** The longest line of code. */
export const WIDTH = 120;

export function importsFile(paths: readonly (readonly [string, string])[], hasIds: boolean): string {
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

export function list(elements: readonly string[]): string {
  const line = `[${elements.join(', ')}]`;
  if (line.length <= WIDTH - 20 && !line.includes('\n')) return line;
  return `[\n${elements.map((one) => `${indented(one)},`).join('\n')}\n]`;
}

/** An object, in one line where it is short. */
export function literal(entries: readonly (readonly [string, string])[], comments: readonly string[] = []): string {
  const pairs = entries.map(([name, value]) => (name === value ? name : `${name}: ${value}`));
  const line = pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  if (comments.length === 0 && line.length <= WIDTH / 2 + 10 && !line.includes('\n')) return line;
  return `{\n${[...pairs.map((pair) => `${pair},`), ...comments.map((one) => `// ${one}`)].map(indented).join('\n')}\n}`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

/** `custom_app_domains` as a property. */
export function camelCaseOf(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** A text in quotation marks; what nobody sees is escaped. */
export function quoted(text: string): string {
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

/** The files that make a project of the code. */
export function projectFiles({ name, version }: ExportFacts): ExportedFiles {
  return {
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
      dependencies: {
        cdktf: '^0.21.0',
        'cdktf-netskope-steering': `file:./cdktf-netskope-steering-${version}.tgz`,
        constructs: '^10.4.2',
      },
      devDependencies: { '@types/node': '^20.0.0', tsx: '^4.0.0', typescript: '^5.0.0' },
    }),
    'tsconfig.json': json({
      compilerOptions: { strict: true, skipLibCheck: true, target: 'es2022', module: 'node16', types: ['node'] },
      include: ['*.ts'],
    }),
    '.gitignore': 'node_modules/\ncdktf.out/\n*.tfstate*\n',
  };
}
