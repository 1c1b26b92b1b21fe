/** One finding is told in the same words and with the same id, wherever it is told. */
import { run } from './support/run';
import { PLAN, STACK, stackFolders } from './support/stack';

const folders = stackFolders();
afterAll(() => folders.remove());

it('tells the same findings with the same ids as a review, in JSON and in SARIF, and of a stack without a plan', async () => {
  interface Told {
    readonly id: string;
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
  }
  interface Result {
    readonly ruleId: string;
    readonly message: { readonly text: string };
    readonly partialFingerprints?: Readonly<Record<string, string>>;
  }
  const told = (findings: readonly Told[]) => findings.map(({ id, rule, message }) => [rule, id, message]).sort();
  const results = (text: string) =>
    (JSON.parse(text) as { runs: [{ results: Result[] }] }).runs[0].results
      .filter(({ ruleId }) => !ruleId.includes('/'))
      .map(({ ruleId, message, partialFingerprints }) => [
        ruleId,
        partialFingerprints?.['netskopeSteering/v1'],
        message.text,
      ])
      .sort();
  const stack = folders.make({ stack: STACK, plan: PLAN });
  const said = async (...args: string[]) => (await run(args[0] as 'check', args.slice(1))).stdout;
  const checked = JSON.parse(await said('check', '--stack', stack, '--json')) as { findings: Told[] };
  const reviewed = JSON.parse(await said('review', stack, '--format', 'json')) as { plans: [{ findings: Told[] }] };
  expect(checked.findings).toHaveLength(3);
  expect(told(reviewed.plans[0].findings)).toEqual(told(checked.findings));
  expect(results(await said('check', '--stack', stack, '--sarif'))).toEqual(told(checked.findings));
  expect(results(await said('review', stack, '--format', 'sarif'))).toEqual(told(checked.findings));
  const synthesized = await said('check', '--stack', folders.make({ stack: STACK }), '--json');
  expect(told((JSON.parse(synthesized) as typeof checked).findings)).toEqual(told(checked.findings));
});
