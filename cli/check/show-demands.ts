/** What a stack demands of its traffic, and what has become of that, in words, and for programs. */
import { describeFailure, describeFlow, inert, quote } from '../../steering';
import type { Palette } from '../palette';
import type { JudgedInvariant, JudgedTest, Judgement } from './judge';
import { count, severityMark } from './words';

/** A block of lines for each demand that is not met. */
export function unmetBlocks({ tests, invariants }: Judgement, color: Palette): string[][] {
  return [
    ...tests.filter(({ verdict }) => !verdict.passed).map((one) => testBlock(one, color)),
    ...invariants.filter(({ result }) => !result.holds).map((one) => invariantBlock(one, color)),
  ];
}

/** How many are met, for the last line. */
export function metOf({ tests, invariants }: Judgement): string[] {
  const passed = tests.filter(({ verdict }) => verdict.passed).length;
  const hold = invariants.filter(({ result }) => result.holds).length;
  return [
    ...(tests.length === 0 ? [] : [`${passed} of ${count(tests.length, 'traffic test')} passed`]),
    ...(invariants.length === 0 ? [] : [`${hold} of ${count(invariants.length, 'invariant')} held`]),
  ];
}

export function demandsJson({ tests, invariants }: Judgement) {
  return {
    tests: tests.map(({ test: { name, construct, expect }, verdict }) => {
      const { passed, decision, complaint, remarks } = verdict;
      const { outcome, via = null, possible } = decision;
      const more = { ...(complaint !== undefined && { complaint }), ...(remarks.length > 0 && { remarks }) };
      return { name, construct, expect, passed, outcome, via, possible, ...more };
    }),
    invariants: invariants.map(({ invariant: { name, construct, never, newly = false }, result }) => ({
      name,
      construct,
      never,
      newly,
      result: result.holds ? 'holds' : result.fails === 'certainly' ? 'fails' : 'unknown',
      counterexample:
        (!result.holds && result.counterexample !== undefined && describeFlow(result.counterexample)) || null,
    })),
  };
}

function testBlock({ test, verdict }: JudgedTest, color: Palette): string[] {
  const [first = '', ...trace] = describeFailure(test, verdict).split('\n');
  return [...opening('traffic test', test, color), `    ${first}`, ...trace.map((line) => color.dim(`    ${line}`))];
}

function invariantBlock({ invariant, result }: JudgedInvariant, color: Palette): string[] {
  const { never, newly } = invariant;
  const demand = `Expected that no flow ${newly === true ? 'newly ' : ''}meets the outcome ${never}`;
  if (result.holds) return [];
  const { fails, counterexample } = result;
  const example = counterexample === undefined ? 'not every flow could be looked at' : describeFlow(counterexample);
  const verb = counterexample === undefined ? '' : fails === 'certainly' ? ' does' : ' may';
  return [...opening('invariant', invariant, color), `    ${demand}: ${example}${verb}.`];
}

function opening(kind: string, { name, construct }: { name: string; construct: string }, color: Palette): string[] {
  return [`${severityMark('error', color)} ${color.bold(kind)}: ${quote(name)}`, `  ${inert(construct)}`];
}
