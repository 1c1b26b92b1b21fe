/** How does a review look in SARIF 2.1.0, for code scanning? What a reviewer must see becomes results of rules. */
import { escapeActive, inert, RULES, type Finding } from '../../steering';
import type { Item, Section, Span } from '../document/document';
import { sectionsOf } from '../document/sections';
import type { Approval, At, Report, Review, ReviewFinding, TrafficLine } from '../report';
import { at } from '../traffic/lines';
import { verdictOfLine } from '../verdict';

type SarifLevel = 'error' | 'warning' | 'note';

interface SarifResult {
  readonly ruleId: string;
  readonly level: SarifLevel;
  readonly text: string;
  readonly at: readonly At[];
  readonly id?: string;
  readonly approval?: Approval;
  /** Whether the plan brings it, or it was there before. */
  readonly baseline?: 'new' | 'unchanged';
}

/** The rules of a review besides the guardrails, with their titles. */
const OWN_RULES: Readonly<Record<string, string>> = {
  'plan/destroy': 'An object is destroyed',
  'plan/replace': 'An object is replaced',
  'plan/forget': 'An object is let go',
  'plan/other': 'The plan does something beside steering',
  'plan/not-observed': 'Something of the tenant is not observed, and so not known',
  'traffic/collateral': 'Traffic changes that the change does not name',
  'traffic/broadening': 'Traffic goes more freely than before',
  'traffic/narrowing': 'Traffic changes, and goes no more freely than before',
  'traffic/test': 'A traffic test fails',
};

/** Renders a report. @param version the version of this program */
export function renderSarif({ plans }: Report, version: string): string {
  return documentOf(
    plans.flatMap((review) => {
      const { name, source, verdict } = review;
      return resultsOf(review).map((one) => sarifResult(one, source, { plan: inert(name), verdict }));
    }),
    version,
  );
}

/**
 * Renders findings alone, as `netskope-steering check` has them.
 * @param source the file in which they are written, or what else was checked
 */
export function renderFindings(findings: readonly Finding[], source: string, version: string): string {
  const results = findings.map(({ places, ...finding }) => resultOf({ ...finding, at: places.map(at) }));
  return documentOf(
    results.map((one) => sarifResult(one, source)),
    version,
  );
}

function documentOf(results: readonly object[], version: string): string {
  const rules = [
    ...Object.entries(OWN_RULES).map(([id, text]) => ({ id, shortDescription: { text } })),
    ...RULES.map(({ id, title }) => ({ id, shortDescription: { text: plainText(title) } })),
  ];
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'netskope-steering', version, rules } }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${escapeActive(JSON.stringify(document, undefined, 2))}\n`;
}

function resultsOf(review: Review): SarifResult[] {
  const sections = new Map(sectionsOf(review).map((one) => [one.title, one]));
  const textOf = (title: string, index: number) => itemText(sections.get(title)?.items[index]);
  const { observed } = review;
  return [
    ...(observed === undefined || observed.notObserved.length === 0
      ? []
      : [
          {
            ruleId: 'plan/not-observed',
            level: 'note' as const,
            text: `As observed at ${observed.at}, not observed: ${observed.notObserved.join('; ')}.`,
            at: [],
          },
        ]),
    ...review.removals.map(({ at, action }, index): SarifResult => ({
      ruleId: `plan/${action}`,
      level: action === 'forget' ? 'note' : 'warning',
      text: `${action} ${textOf('Destroyed and replaced', index)}`,
      at: [at],
    })),
    ...review.traffic.map((line, index): SarifResult => ({
      ...ruleOfLine(line),
      text: textOf('Changed traffic', index),
      at: line.causes,
      id: line.id,
      ...(line.approval && { approval: line.approval }),
    })),
    ...review.findings.map(({ isNew, approval, ...finding }): SarifResult => ({
      ...resultOf(finding),
      baseline: isNew ? 'new' : 'unchanged',
      ...(approval && { approval }),
    })),
    ...review.others
      .map((other, index) => ({ other, text: textOf('What else this plan does', index) }))
      .filter(({ other: { kind } }) => kind !== 'tenant' && kind !== 'output')
      .map(({ other: { kind, name }, text }): SarifResult => ({
        ruleId: 'plan/other',
        level: kind === 'program' ? 'warning' : 'note',
        text,
        at: [{ address: name }],
      })),
    ...review.tests
      .filter(({ result }) => result !== 'passed')
      .map(({ name, construct, detail }): SarifResult => ({
        ruleId: 'traffic/test',
        level: 'error',
        text: plainText(`${name}: ${detail}`),
        at: [{ construct }],
      })),
  ];
}

function resultOf({
  id,
  rule,
  severity,
  message,
  at,
}: Pick<ReviewFinding, 'id' | 'rule' | 'severity' | 'message' | 'at'>): SarifResult {
  return { ruleId: rule, level: severity === 'info' ? 'note' : severity, text: plainText(message), at, id };
}

function ruleOfLine(line: TrafficLine): Pick<SarifResult, 'ruleId' | 'level'> {
  const verdict = verdictOfLine(line);
  if (verdict === 'collateral') return { ruleId: 'traffic/collateral', level: 'error' };
  return verdict === 'broadening'
    ? { ruleId: 'traffic/broadening', level: 'warning' }
    : { ruleId: 'traffic/narrowing', level: 'note' };
}

function sarifResult(
  { ruleId, level, text, at, id, approval, baseline }: SarifResult,
  source: string,
  properties?: object,
): object {
  return {
    ruleId,
    level,
    message: { text },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: encodeURI(inert(source)) } },
        logicalLocations: at.map(({ address, construct, id: object }) => ({
          fullyQualifiedName: inert(address ?? construct ?? object ?? 'unknown'),
          kind: 'resource',
        })),
      },
    ],
    ...(baseline !== undefined && { baselineState: baseline }),
    ...(id !== undefined && { partialFingerprints: { 'netskopeSteering/v1': id } }),
    ...(approval && {
      suppressions: [{ kind: 'external', justification: `${plainText(approval.reason)} (until ${approval.expires})` }],
    }),
    ...(properties !== undefined && { properties }),
  };
}

function itemText(item: Section['items'][number] | undefined): string {
  return item === undefined ? '' : lineOf(item);
}

function lineOf({ head }: Item): string {
  return head.map(({ text }: Span) => plainText(text)).join('');
}

/** Escapes brackets, which would begin a link. */
function plainText(text: string): string {
  return inert(text).replace(/[[\]\\]/g, '\\$&');
}
