/**
 * How is a judgement shown to people, and to programs? Findings and the demands of the stack are shown in the same way.
 */
import { describeFailure, describeFlow, inert, quote } from '../../steering';
import { type Finding, type FindingSubject, RULES } from '../../steering/rules';
import { type Palette, count, severityMark } from '../show';
import { type JudgedInvariant, type JudgedTest, type DemandsJudgement, countOf } from './judge';

/** Writes a block of lines for each demand that is not met. */
function unmetBlocks({ tests, invariants }: DemandsJudgement, color: Palette): string[][] {
  return [
    ...tests.filter(({ verdict }) => !verdict.passed).map((one) => testBlock(one, color)),
    ...invariants.filter(({ result }) => !result.holds).map((one) => invariantBlock(one, color)),
  ];
}

/** Counts the demands that are met, for the last line. */
function metOf({ tests, invariants }: DemandsJudgement): string[] {
  const passed = tests.filter(({ verdict }) => verdict.passed).length;
  const hold = invariants.filter(({ result }) => result.holds).length;
  return [
    ...(tests.length === 0 ? [] : [`${passed} of ${count(tests.length, 'traffic test')} passed`]),
    ...(invariants.length === 0 ? [] : [`${hold} of ${count(invariants.length, 'invariant')} held`]),
  ];
}

function demandsJson({ tests, invariants }: DemandsJudgement) {
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

/** The page that describes the guardrails, from the root of the project. */
const PAGE = 'docs/guardrails.md';

export function showJudgement(judgement: DemandsJudgement, color: Palette): string {
  const { findings, suppressed } = judgement;
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const blocks = [
    ...unmetBlocks(judgement, color),
    ...rules.map((rule) =>
      ruleBlock(
        findings.filter((finding) => finding.rule === rule),
        color,
      ),
    ),
    ...(suppressed.length === 0 ? [] : [[color.bold('accepted'), ...suppressed.flatMap(acceptedLines)]]),
  ];
  return [...blocks.map((lines) => `${lines.join('\n')}\n\n`), `${summary(judgement)}\n`, ...open(judgement)].join('');
}

/** Makes the form that `--json` prints. */
export function judgementJson(judgement: DemandsJudgement) {
  const { findings, suppressed } = judgement;
  return {
    findings: findings.map(findingJson),
    suppressed: suppressed.map(({ finding, suppression }) => ({ ...findingJson(finding), reason: suppression.reason })),
    ...demandsJson(judgement),
    count: countOf(judgement),
  };
}

function findingJson(finding: Finding) {
  const { id, rule, severity, code, message, subject, attribute = null } = finding;
  const { address = null, construct = null } = subject.origin;
  const at = finding.places.map(({ origin }) => ({
    address: origin.address ?? null,
    construct: origin.construct ?? null,
    id: origin.id ?? null,
  }));
  const { rationale = null, source = null } = RULES.find((one) => one.id === rule) ?? {};
  return {
    id,
    rule,
    severity,
    code,
    message,
    address,
    construct,
    attribute,
    at,
    rationale,
    source,
    page: pageOf(rule),
  };
}

function ruleBlock(findings: readonly Finding[], color: Palette): string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const rule = RULES.find(({ id }) => id === first.rule);
  const title = rule === undefined ? '' : `: ${rule.title}`;
  return [
    `${severityMark(first.severity, color)} ${color.bold(first.rule)}${title}`,
    ...findings.flatMap((finding) => [...whereIs(finding), `    ${inert(finding.message)}`]),
    ...(rule === undefined ? [] : [color.dim(`  Why: ${rule.rationale}`)]),
    color.dim(`  ${pageOf(first.rule)}`),
  ];
}

function acceptedLines({ finding, suppression }: DemandsJudgement['suppressed'][number]): string[] {
  return [...whereIs(finding), `    ${finding.rule}: ${inert(suppression.reason)}`];
}

/** The most objects of a finding that have a line. */
const MOST_PLACES = 6;

/** Names the objects of a finding, each in a line. */
function whereIs({ places }: Finding): string[] {
  const shown = places.slice(0, MOST_PLACES).map((place) => `  ${placeOf(place)}`);
  return places.length > shown.length ? [...shown, `  and ${places.length - shown.length} more`] : shown;
}

/** Names the construct that a user wrote and the Terraform address; without these, the id on the tenant. */
function placeOf({ key, origin }: FindingSubject): string {
  const { construct, address, id } = origin;
  const path = construct?.replace(/\/Resource$/, '');
  const places = [path, address].filter((place) => place !== undefined);
  const [first = id ?? key, second] = places;
  return inert(second === undefined ? first : `${first} (${second})`);
}

function pageOf(rule: string): string {
  return RULES.some(({ id }) => id === rule) ? `${PAGE}#${rule}` : PAGE;
}

function summary(judgement: DemandsJudgement): string {
  const { error, warning, info } = countOf(judgement);
  const { suppressed } = judgement;
  const more = [
    ...metOf(judgement),
    ...(suppressed.length === 0 ? [] : [`${count(suppressed.length, 'finding')} accepted`]),
  ];
  return `${[count(error, 'error'), count(warning, 'warning'), `${info} to note`, ...more].join(', ')}.`;
}

function open({ notJudged }: DemandsJudgement): string[] {
  if (notJudged.length === 0) return [];
  const what = `${count(notJudged.length, 'invariant')} of changes ${notJudged.length === 1 ? 'needs' : 'need'} a plan`;
  return [`${what}: ${notJudged.map(({ name }) => quote(name)).join(', ')}.\n`];
}
