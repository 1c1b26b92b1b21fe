import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fn, TerraformIterator, TerraformOutput } from 'cdktf';
import { CertificatePinnedApp, SteeringConfiguration } from '../../constructs';
import { escapeText, escapeTexts } from '../../constructs/plumbing/synth';
import { mustRunTerraform } from '../../tools/terraform/terraform';
import { resourceOf, synthesize } from './synthesize';

const TEXTS = [
  'plain',
  '${x}',
  '$${x}',
  '$$${x}',
  '%{if true}',
  '%%{if}',
  'a $ b % c $$ d %% {e} ${',
  '^chat(\\.exe)?${2}"quoted"\\',
  'line\nbreak\ttab "é" 🔒',
  'on 2024-01-01, 1e5 times, -1.8e+308',
  '',
];

describe('free text', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'text-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What terraform makes of outputs. */
  async function evaluate(values: readonly string[]): Promise<unknown[]> {
    const { config } = synthesize((stack) => {
      const token = Fn.upper('token');
      values.forEach((value, index) => {
        new TerraformOutput(stack, `o${index}`, { value: escapeText(value.replaceAll('<TOKEN>', token)) });
      });
    });
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ output: config.output }));
    await mustRunTerraform(['apply', '-auto-approve'], { cwd: folder });
    const said = await mustRunTerraform(['output', '-json'], { cwd: folder });
    const outputs = JSON.parse(said) as Record<string, { value: unknown }>;
    return values.map((_, index) => outputs[`o${index}`]?.value);
  }

  it('comes out of terraform as it was written', async () => {
    expect(await evaluate(TEXTS)).toEqual(TEXTS);
  });

  it('may stand around tokens, whatever stands next to them', async () => {
    const around = [
      ...['<TOKEN>', 'a<TOKEN>b<TOKEN>', '$<TOKEN>', '$$<TOKEN>', '%<TOKEN>', '%{<TOKEN>}', '${<TOKEN>}', '$${<TOKEN>'],
      ...['{<TOKEN>$', '<TOKEN>${x}', '}<TOKEN>}', '${a} $ <TOKEN> $ ${b', '1e5 <TOKEN> "-1.5e+10"\n\\'],
    ];
    expect(await evaluate(around)).toEqual(around.map((text) => text.replaceAll('<TOKEN>', 'TOKEN')));
  });
});

it('leaves a list that is a token alone', () => {
  const list = Fn.split(',', 'a,b');
  expect(escapeTexts(list)).toBe(list);
  expect(escapeTexts(['${a}', 'b'])).toEqual(['$${a}', 'b']);
});

it('may be an expression, which is written as such', () => {
  const result = synthesize((stack) => {
    const { value } = TerraformIterator.fromList(['a']) as { readonly value: string };
    const either = Fn.conditional(true, 'a', 'b') as string;
    const lists = Fn.conditional(true, ['a'], ['b']) as string[];
    const configuration = new SteeringConfiguration(stack, 'It', {
      name: value,
      userGroups: lists,
      deviceTags: [either],
    });
    configuration.bypassDomains('Domains', { domains: lists, notes: either });
    new CertificatePinnedApp(stack, 'App', { name: either, windows: { processes: [value] } });
  });
  const choice = '${true ? "a" : "b"}';
  expect(resourceOf(result, 'configuration')).toMatchObject({
    name: '${each.value}',
    user_groups: '${true ? ["a"] : ["b"]}',
    device_tags: [choice],
  });
  expect(resourceOf(result, 'domain_exception')).toMatchObject({ notes: choice, domains: '${true ? ["a"] : ["b"]}' });
  expect(resourceOf(result, 'certificate_pinned_app')).toMatchObject({
    name: choice,
    windows: { processes: ['${each.value}'] },
  });
});
