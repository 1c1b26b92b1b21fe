/** The package in projects of its users: with another release of CDK for Terraform, every resolution, every runner. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { PackedProject } from '../support/packed-project';

const REPOSITORY = resolve(__dirname, '../..');
const NAME = 'cdktf-netskope-steering';
/** Releases that were tried. */
const CDKTN = '0.24.0';
const VITEST = '3.2.4';

const text = (...path: string[]) => readFileSync(join(REPOSITORY, ...path), 'utf8');
/** The program that the README shows. */
const [, PROGRAM = ''] = /## Twenty lines\n[^]*?```ts\n([^]*?)```/.exec(text('README.md')) ?? [];

let project: PackedProject;
beforeAll(() => {
  project = PackedProject.create();
});
afterAll(() => project?.remove());

/** What the README's program writes in this project. */
function synthesize(where: PackedProject) {
  writeFileSync(join(where.folder, 'main.ts'), PROGRAM);
  const ran = where.spawn(process.execPath, '--import', pathToFileURL(require.resolve('tsx')).href, 'main.ts');
  expect(ran).toMatchObject({ status: 0 });
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(join(where.folder, 'cdktf.out/stacks/tenant', file), 'utf8'));
  const { '//': _, ...stack } = read('cdk.tf.json') as Record<string, object>;
  return { stack, steering: read('steering.json'), said: ran.stderr };
}

describe('the successor of CDK for Terraform, under its alias', () => {
  const dependencies = { cdktf: `npm:cdktn@${CDKTN}`, constructs: '10.7.2' };

  it('is installed as the guide says, once, and writes the same', () => {
    const guide = text('docs/guides/from-hcl-to-cdktf.md');
    const [, shown = ''] = /```json\n([^]*?)```/.exec(guide) ?? [];
    const manifest = JSON.parse(shown) as { dependencies: Record<string, string>; overrides: object };
    expect(manifest).toEqual({
      dependencies: { ...dependencies, [NAME]: expect.any(String) },
      overrides: { cdktf: '$cdktf' },
    });

    const successor = project.beside('successor', manifest);
    const { status, stdout } = successor.spawn('npm', 'ls', '--all', '--json');
    expect(status).toBe(0);
    const versions = [...JSON.stringify(JSON.parse(stdout)).matchAll(/"cdktf":\{"version":"([^"]+)"/g)].map(
      ([, version]) => version,
    );
    expect(new Set(versions)).toEqual(new Set([CDKTN]));
    expect(synthesize(successor)).toEqual(synthesize(project));
  });
});

type Resolution = readonly [what: string, extension: 'ts' | 'cts' | 'mts', options: ts.CompilerOptions];
const { CommonJS, Node16, NodeNext, ESNext } = ts.ModuleKind;
const RESOLUTIONS: readonly Resolution[] = [
  ['node10', 'ts', { module: CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10 }],
  ['node16, from CommonJS', 'cts', { module: Node16 }],
  ['node16, from an ES module', 'mts', { module: Node16 }],
  ['NodeNext, from CommonJS', 'cts', { module: NodeNext }],
  ['NodeNext, from an ES module', 'mts', { module: NodeNext }],
  ['bundler', 'ts', { module: ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
];
/** For each export, a name, and a program that compiles just where the name has its type. */
const USES: Readonly<Record<string, readonly [name: string, program: string]>> = {
  '.': [
    'NativeApps',
    `export const windows: readonly ['Weixin.exe', 'WeChat.exe'] = NativeApps.WECHAT.windows;
// @ts-expect-error It is another key.
export const key: 'signal' = NativeApps.WHATSAPP.key;`,
  ],
  './testing': [
    'expectFlow',
    `export const begin: (...flow: Parameters<typeof expectFlow>) => { toBe(outcome: 'block'): void } = expectFlow;
// @ts-expect-error It is no flow.
expectFlow(1, 2);`,
  ],
  './package.json': ['version', ''],
};
const specifier = (path: string) => join(NAME, path);

/** What the compiler says of a file in the project. */
function complaints(file: string, source: string, options: ts.CompilerOptions): string[] {
  const path = join(project.folder, file);
  writeFileSync(path, source);
  const program = ts.createProgram([path], {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
    ...options,
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('every export', () => {
  it('is in the tables below', () => {
    const { exports } = JSON.parse(text('package.json')) as { exports: object };
    expect(Object.keys(exports)).toEqual(Object.keys(USES));
  });

  const cases = Object.entries(USES)
    .filter(([, [, program]]) => program !== '')
    .flatMap(([path, [name, program]]) =>
      RESOLUTIONS.map((resolution) => [path, resolution[0], name, program, resolution] as const),
    );
  it.each(cases)('%s has its types under %s', (path, _, name, program, [, extension, options]) => {
    const source = `import { ${name} } from '${specifier(path)}';\n${program}\n`;
    expect(complaints(`use.${extension}`, source, { ...options, skipLibCheck: true })).toEqual([]);
  });

  it.each(Object.entries(USES))('%s is there at run time, for CommonJS and for ES modules', (path, [name]) => {
    const wanted = specifier(path);
    const attributes = path.endsWith('.json') ? "with { type: 'json' }" : '';
    const imported = path.endsWith('.json')
      ? `import meta from '${wanted}' ${attributes}; const { ${name} } = meta;`
      : `import { ${name} } from '${wanted}';`;
    const flags = ['--disable-warning=ExperimentalWarning'];
    for (const script of [
      ['--eval', `console.log(typeof require('${wanted}').${name})`],
      ['--input-type=module', '--eval', `${imported} console.log(typeof ${name})`],
    ]) {
      expect(project.spawn(process.execPath, ...flags, ...script)).toMatchObject({
        stderr: '',
        stdout: expect.stringMatching(/^(object|function|string)\n$/),
      });
    }
  });
});

it('has its program of the README compile as `cdktf init` has it', () => {
  const path = join(REPOSITORY, 'node_modules/@cdktf/cli-core/templates/typescript/tsconfig.json');
  const { config } = ts.readConfigFile(path, (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: object };
  };
  const { options, errors } = ts.convertCompilerOptionsFromJson(config.compilerOptions, project.folder);
  expect(errors).toEqual([]);
  expect(options).toMatchObject({ noUnusedLocals: true, module: CommonJS });
  expect(complaints('readme.ts', PROGRAM, { ...options, incremental: false })).toEqual([]);
});

describe('a test of traffic', () => {
  const setting = (load: (names: string, from: string) => string) => `
${load('App, TerraformStack', 'cdktf')}
${load('NetskopeSteeringProvider, SteeringConfiguration', NAME)}
${load('expectFlow', `${NAME}/testing`)}
const stack = new TerraformStack(new App({ stackTraces: false }), 'tenant');
new NetskopeSteeringProvider(stack, 'netskope');
SteeringConfiguration.adoptDefault(stack, 'Default', { expectTrafficMode: 'web' });
const flow = { process: 'chrome.exe', platform: 'windows', host: 'a.example', port: 443 };
`;
  const imported = setting((names, from) => `import { ${names} } from '${from}';`);
  const required = setting((names, from) => `const { ${names} } = require('${from}');`);
  const counting = `
test('passes', () => { expect.assertions(1); expectFlow(stack, flow).toBe('steer'); });
test('fails', () => { expectFlow(stack, flow).toBe('block'); });
test('forgets', () => { expectFlow(stack, flow); });
test('forgets one of two', () => { expect.assertions(1); expectFlow(stack, flow).toBe('steer'); expectFlow(stack, flow); });
test('counts', () => { expect.assertions(2); expectFlow(stack, flow).toBe('steer'); });
test('is no flow', () => { expectFlow(stack, { ...flow, port: -1 }).toBe('steer'); });
`;
  const failures = {
    fails: 'Expected block, but it is steer.',
    forgets: 'expectFlow expects nothing here',
    'forgets one of two': 'expectFlow expects nothing here',
    counts: 'assertions',
    'is no flow': 'The port -1 is not a whole',
  };

  interface Result {
    readonly title: string;
    readonly status: string;
    readonly failureMessages: readonly string[];
  }
  const resultsIn = (json: string) =>
    (JSON.parse(json) as { testResults: { assertionResults: Result[] }[] }).testResults.flatMap(
      (one) => one.assertionResults,
    );

  let runners: PackedProject;
  beforeAll(() => {
    runners = project.beside('runners', { dependencies: { cdktf: '0.21.0', constructs: '10.7.2', vitest: VITEST } });
  });
  const write = (file: string, source: string) => writeFileSync(join(runners.folder, file), source);

  /** By jest and vitest alike, which write the same JSON. */
  function expectResults(file: string, results: readonly Result[]) {
    const failed = Object.keys(failures);
    expect(Object.fromEntries(results.map(({ title, status }) => [title, status]))).toEqual(
      Object.fromEntries(['passes', ...failed].map((title) => [title, failed.includes(title) ? 'failed' : 'passed'])),
    );
    for (const { title, failureMessages } of results.filter(({ status }) => status === 'failed')) {
      const message = failureMessages.join('\n');
      expect(message).toContain(failures[title as keyof typeof failures]);
      if (title !== 'counts') expect(message.split('\n').find((line) => /^\s+at /.test(line))).toContain(file);
    }
  }

  it('is one in jest', () => {
    write('flows.test.js', `${required}\n${counting}`);
    const config = JSON.stringify({ rootDir: runners.folder, testMatch: ['**/flows.test.js'], transform: {} });
    const jest = join(REPOSITORY, 'node_modules/jest/bin/jest.js');
    expectResults(
      'flows.test.js',
      resultsIn(runners.spawn(process.execPath, jest, '--config', config, '--json').stdout),
    );
  });

  it.each([
    ['without globals', "import { test, expect } from 'vitest';", []],
    ['with globals', '', ['--globals']],
  ])('is one in vitest, %s', (_, start, flags) => {
    write('flows.spec.mjs', `${start}\n${imported}\n${counting}`);
    const vitest = join(runners.folder, 'node_modules/vitest/vitest.mjs');
    const { stdout } = runners.spawn(process.execPath, vitest, 'run', 'flows.spec.mjs', '--reporter=json', ...flags);
    expectResults('flows.spec.mjs', resultsIn(stdout));
  });

  it.each([
    ['by node --test', ['--test']],
    ['run as a program', []],
  ])('is one in node:test, %s', (_, flags) => {
    const source = `import { test, describe } from 'node:test';
${imported}
test('passes', () => { expectFlow(stack, flow).toBe('steer'); });
describe('in a group', () => test('forgets', () => { expectFlow(stack, flow); }));
test('fails', () => { expectFlow(stack, flow).toBe('block'); });
`;
    write('flows.mjs', source);
    const ran = runners.spawn(process.execPath, ...flags, '--test-reporter=tap', 'flows.mjs');
    const said = `${ran.stdout}\n${ran.stderr}`;
    expect(ran.status).not.toBe(0);
    expect(said).toMatch(/^\s*ok 1 - passes$/m);
    expect(said).toMatch(/^\s*not ok \d - fails$/m);
    expect(said).toContain('Expected block, but it is steer.');
    expect(said).toContain('expectFlow expects nothing here');
    // Without the runner's own process nobody tells that node:test is used: the program fails at its end.
    if (flags.length > 0) expect(said).toMatch(/^\s*not ok 1 - forgets$/m);
    expect(said).not.toMatch(/dist\/lib\/.*:\d+:\d+\)?$/m);
  });
});
