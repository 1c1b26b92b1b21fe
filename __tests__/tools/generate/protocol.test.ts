import { describeProtocol } from '../../../tools/generate/protocol/describe-protocol';
import { FEATURES } from '../../../tools/generate/protocol/features';
import { NOT_SERVED, MADE_BY_OTHERS } from '../../../tools/generate/protocol/calls';
import { readProofs, type Proof } from '../../../tools/generate/protocol/read-proofs';
import { ProviderDefinition } from '../../../providers/plugin-sdk/wire/gen/tfplugin6';
import { unmadeCalls } from '../../support/proofs-hold';

const CALLS = Object.values(ProviderDefinition.methods).map(({ name }) => name);
const ALL: readonly Proof[] = [
  { file: '__tests__/plugin-sdk/terraform/all.test.ts', name: 'all', where: 'terraform', proves: CALLS },
  { file: 'examples/x.test.ts', name: 'a *b*', where: 'wire', proves: [...CALLS, ...Object.values(FEATURES).flat()] },
];
const without = (subject: string, where?: string): Proof[] =>
  ALL.map((proof) =>
    where === undefined || proof.where === where
      ? { ...proof, proves: proof.proves.filter((one) => one !== subject) }
      : proof,
  );

it('reads what tests say above them, in whatever form they are written', () => {
  const text = `
    describe('a thing', () => {
      /** @wire GetMetadata, lists */
      it('is one', () => {});
      /**
       * Two at once.
       * @terraform maps,
       *   paths: set element
       * @wire sets
       */
      it.each([['a', 1]])('is %s of %d', () => {});
      it('is nothing', () => {});
    });
    // @wire no doc comment of a test
    const x = 1;
    /** @terraform tuples */
    test(\`\${x} things\`, () => {});
  `;
  expect(readProofs('a.test.ts', text)).toEqual([
    { file: 'a.test.ts', name: 'a thing is one', where: 'wire', proves: ['GetMetadata', 'lists'] },
    { file: 'a.test.ts', name: 'a thing is … of …', where: 'terraform', proves: ['maps', 'paths: set element'] },
    { file: 'a.test.ts', name: 'a thing is … of …', where: 'wire', proves: ['sets'] },
    { file: 'a.test.ts', name: '… things', where: 'terraform', proves: ['tuples'] },
  ]);
});

it('shows each call and each feature with its tests', () => {
  const page = describeProtocol(CALLS, ALL);
  for (const subject of [...CALLS, ...Object.values(FEATURES).flat()]) {
    expect(page).toContain(`- **${subject}**\n  - `);
  }
  expect(page).toContain(
    '- **ReadResource**\n  - terraform: [terraform/all](../__tests__/plugin-sdk/terraform/all.test.ts) "all"\n' +
      '  - wire: [examples/x](../examples/x.test.ts) "a \\*b\\*"\n',
  );
});

it.each([
  [
    'a call that Terraform 1.11 makes and only the wire proves',
    without('ReadResource', 'terraform'),
    'ReadResource: no test has it in its tag @terraform',
  ],
  [
    'a call of later terraforms without a test',
    without('UpgradeResourceIdentity'),
    'UpgradeResourceIdentity: no test has it in its tag @wire',
  ],
  ['a feature without a test', without('tuples'), 'tuples: no test has it in its tag @terraform or @wire'],
  [
    'a word that is none of these',
    [...ALL, { ...ALL[0]!, proves: ['tupels'] }],
    '"all" proves "tupels", which is no call',
  ],
])('%s ends the generation', (_, proofs, complaint) => {
  expect(() => describeProtocol(CALLS, proofs)).toThrow(complaint);
});

it('knows each of the 36 calls of protocol 6.11 as served or not, and none as both', () => {
  const all = [...CALLS, ...NOT_SERVED.flatMap(({ calls }) => calls)];
  expect(new Set(all).size).toBe(36);
  expect(all).toHaveLength(36);
  expect(CALLS).toEqual(expect.arrayContaining(Object.keys(MADE_BY_OTHERS)));
});

it('a test that does not make the calls that it names is found out, if it ran', () => {
  const proofs: Proof[] = [
    { file: 'a', name: 'ends a …', where: 'wire', proves: ['ReadResource', 'PlanResourceChange', 'TCP', 'lists'] },
    { file: 'a', name: 'sleeps', where: 'wire', proves: ['ReadResource'] },
  ];
  const made = new Map([
    ['ends a read', new Set(['ReadResource'])],
    ['ends a plan', new Set(['PlanResourceChange'])],
  ]);
  expect(unmadeCalls(proofs, made)).toEqual([]);
  made.delete('ends a read');
  expect(unmadeCalls(proofs, made)).toEqual(['"ends a …" does not make the call ReadResource']);
});
