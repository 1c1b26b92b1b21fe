/** A judgement in words, and for programs. */
import { describeOutcome, inert, narrate, quote } from '../../steering';
import { describeFinding, RULES, type Finding, type Severity } from '../../steering/rules';
import type { Palette } from '../palette';
import { countOf, type JudgedTest, type Judgement } from './judge';

/** Where the guardrails are described, from the root of the project. */
const PAGE = 'docs/guardrails.md';

export function showJudgement(judgement: Judgement, color: Palette): string {
  const { findings, suppressed, tests, notJudged } = judgement;
  const failed = tests.filter(({ passed }) => !passed);
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const blocks = [
    ...failed.map((test) => testBlock(test, color)),
    ...rules.map((rule) =>
      ruleBlock(
        findings.filter((finding) => finding.rule === rule),
        color,
      ),
    ),
    ...(suppressed.length === 0 ? [] : [[color.bold('accepted'), ...suppressed.flatMap((one) => acceptedLines(one))]]),
  ];
  return [...blocks.map((lines) => `${lines.join('\n')}\n\n`), `${summary(judgement)}\n`, ...open(notJudged)].join('');
}

/** The form that `--json` prints. */
export function judgementJson(judgement: Judgement) {
  const { findings, suppressed, tests } = judgement;
  return {
    findings: findings.map(findingJson),
    suppressed: suppressed.map(({ finding, suppression }) => ({ ...findingJson(finding), reason: suppression.reason })),
    tests: tests.map(({ test: { name, construct, expect }, passed, decision: { outcome, via = null, possible } }) => ({
      name,
      construct,
      expect,
      passed,
      outcome,
      via,
      possible,
    })),
    count: countOf(judgement),
  };
}

function findingJson(finding: Finding) {
  const { rule, severity, code, subject } = finding;
  const { address = null, construct = null, id = null } = subject.origin;
  const { rationale = null, source = null } = RULES.find((one) => one.id === rule) ?? {};
  const message = describeFinding(finding);
  return { rule, severity, code, message, address, construct, id, rationale, source, page: pageOf(rule) };
}

function ruleBlock(findings: readonly Finding[], color: Palette): string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const rule = RULES.find(({ id }) => id === first.rule);
  const title = rule === undefined ? '' : `: ${rule.title}`;
  return [
    `${severityMark(first.severity, color)} ${color.bold(first.rule)}${title}`,
    ...findings.flatMap((finding) => [`  ${whereIs(finding)}`, `    ${inert(describeFinding(finding))}`]),
    ...(rule === undefined ? [] : [color.dim(`  Why: ${rule.rationale}`)]),
    color.dim(`  ${pageOf(first.rule)}`),
  ];
}

function testBlock({ test: { name, construct, flow, expect }, decision }: JudgedTest, color: Palette): string[] {
  const trace = narrate(decision, flow).map(({ text, depth }) => `${'  '.repeat(depth + 2)}${text}`);
  return [
    `${severityMark('error', color)} ${color.bold('traffic test')}: ${quote(name)}`,
    `  ${inert(construct)}`,
    `    The stack demands ${expect}; it is ${describeOutcome(decision)}.`,
    ...trace.map(color.dim),
  ];
}

function acceptedLines({ finding, suppression }: Judgement['suppressed'][number]): string[] {
  return [`  ${whereIs(finding)}: ${finding.rule}`, `    ${inert(suppression.reason)}`];
}

/** The construct that a user wrote and the Terraform address, or else the id on the tenant. */
function whereIs({ subject: { key, origin } }: Finding): string {
  const { construct, address, id } = origin;
  const path = construct?.replace(/\/Resource$/, '');
  const places = [path, address].filter((place) => place !== undefined);
  const [first = id ?? key, second] = places;
  return inert(second === undefined ? first : `${first} (${second})`);
}

function pageOf(rule: string): string {
  return RULES.some(({ id }) => id === rule) ? `${PAGE}#${rule}` : PAGE;
}

function severityMark(severity: Severity, color: Palette): string {
  const colors: Readonly<Record<Severity, (text: string) => string>> = {
    error: color.red,
    warning: color.yellow,
    info: color.blue,
  };
  return colors[severity](severity);
}

function summary(judgement: Judgement): string {
  const { error, warning, info } = countOf(judgement);
  const { suppressed, tests } = judgement;
  const passed = tests.filter((test) => test.passed).length;
  const more = [
    ...(tests.length === 0 ? [] : [`${passed} of ${count(tests.length, 'traffic test')} passed`]),
    ...(suppressed.length === 0 ? [] : [`${count(suppressed.length, 'finding')} accepted`]),
  ];
  return `${[count(error, 'error'), count(warning, 'warning'), `${info} to note`, ...more].join(', ')}.`;
}

function open(invariants: number): string[] {
  if (invariants === 0) return [];
  return [`${count(invariants, 'invariant')} of the stack ${invariants === 1 ? 'is' : 'are'} not judged here.\n`];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
