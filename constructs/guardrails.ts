/**
 * Which mistakes does a stack make? At synth, steering's rules look at what the stack would write. A finding is shown
 * at the construct that caused it, and an error stops the synth. The rules run as validations, after all aspects.
 */
import { Annotations, TerraformStack, type IAspect } from 'cdktf';
import type { IConstruct } from 'constructs';
import { inert } from '../steering';
import { checkModels, describeFinding, type Finding, type Severity } from '../steering/rules';
import { claim } from './plumbing/copies';
import { refuse } from './plumbing/synth';
import { StackSteering } from './plumbing/stack-steering';

/**
 * The rules that look for mistakes, by the names under which findings are accepted. `docs/guardrails.md` explains each
 * rule.
 */
export const Guardrail = {
  PORT_WITHOUT_DOMAINS: 'port-without-domains',
  LITERAL_ADDRESSES: 'literal-addresses',
  HELPER_PROCESS: 'helper-process',
  WINDOWS_SERVICE: 'windows-service',
  WILDCARD_WITH_BYPASS: 'wildcard-with-bypass',
  IGNORED_DOMAINS: 'ignored-domains',
  WILDCARD_IN_CUSTOM_APP_DOMAINS: 'wildcard-in-custom-app-domains',
  REPEATED_DOMAIN: 'repeated-domain',
  PROCESS_NAME: 'process-name',
  PATTERN_HITS_OTHERS: 'pattern-hits-others',
  PATTERN_WITH_COMMA: 'pattern-with-comma',
  MISSING_EXECUTABLE: 'missing-executable',
  UNDEFINED_PLATFORM: 'undefined-platform',
  BLOCK_WITHOUT_EFFECT: 'block-without-effect',
  MANAGED_ONLY_BYPASS: 'managed-only-bypass',
  CONFIGURATION_NAME_LENGTH: 'configuration-name-length',
  SHARED_PROCESS: 'shared-process',
  STANDARD_PORT: 'standard-port',
  DISABLED_CONFIGURATION: 'disabled-configuration',
  UNUSED_APP: 'unused-app',
  CONFLICTING_EXCEPTIONS: 'conflicting-exceptions',
  /**
   * At synth this rule finds only what a stack says by itself. Only a plan shows that a change turns dynamic steering
   * on or off.
   */
  DYNAMIC_STEERING_TOGGLE: 'dynamic-steering-toggle',
  SEVERAL_OWNERS: 'several-owners',
  STEER_DNS: 'steer-dns',
  VOID_EXCEPTION: 'void-exception',
  MANY_DOMAINS: 'many-domains',
  COUNTRY_CODE: 'country-code',
  /** At synth this rule finds nothing: only `check` and `review` look at the last days of exceptions. */
  EXPIRED: 'expired',
} as const;
export type Guardrail = (typeof Guardrail)[keyof typeof Guardrail];

/**
 * The name under which a stack finds the aspects above it. cdktf starts the aspects of a stack and of what is in it,
 * and none of those above, such as those of the App; the provider asks for these.
 */
const ABOVE = Symbol.for('cdktf-netskope-steering/aspect-above');

/**
 * An aspect with which stacks are checked at synth: those below its construct, which may be the App, and the one around
 * it. A stack with a `NetskopeSteeringProvider` is checked even without the aspect.
 *
 * Guardrails are validations of cdktf. They do not run where an app is synthesized with `skipValidation`, nor in
 * `Testing.synth(stack)` and `Testing.synthScope`. In `Testing.synth(stack, true)` they run, but an error only becomes an
 * annotation of its construct; `app.synth()` and `Testing.fullSynth(stack)` stop at it.
 */
export class Guardrails implements IAspect {
  /**
   * Accepts what a guardrail finds at a construct or below it; on a stack, anywhere in the stack. A suppression that
   * accepts nothing is itself a finding.
   * @param reason why the findings are accepted, for whoever reads the stack next; reviews of a plan show it
   * @throws Error where the reason is empty
   */
  static suppress(construct: IConstruct, guardrail: Guardrail, reason: string): void {
    if (reason.trim() === '') {
      refuse(construct, `The suppression of "${guardrail}" gives no reason. Say why its findings are accepted here.`);
    }
    const on = TerraformStack.isStack(construct) ? {} : { on: construct.node.path };
    StackSteering.of(construct).suppressions.push({ rule: guardrail, reason, ...on });
  }

  visit(node: IConstruct): void {
    guard(TerraformStack.of(node));
  }

  /** Checks a stack below the scope of the aspect, in the stack's validation. */
  [ABOVE](stack: TerraformStack): string[] {
    return guard(stack)?.() ?? [];
  }
}

/**
 * Adds the check of a stack at synth. It is one validation, because an aspect that visits every construct takes longer
 * than the rules do.
 * @returns the check, which a validation that runs already has to run itself; nothing where the stack has its check
 */
export function guard(stack: TerraformStack): (() => string[]) | undefined {
  const steering = StackSteering.of(stack);
  if (!claim(stack, 'guardrails')) return undefined;
  const told = new Set<string>();
  const validate = (): string[] => {
    const { tenants, suppressions } = steering;
    checkModels(tenants, { suppressions }).forEach(({ findings }, index) => {
      const by = tenants.length > 1 ? `, on the tenant of ${tenants[index]?.providers.join(' and ')}` : '';
      for (const finding of findings) tell(stack, finding, by, told);
    });
    return [];
  };
  stack.node.addValidation({ validate });
  return validate;
}

const TELL: Readonly<Record<Severity, (annotations: Annotations, message: string) => void>> = {
  error: (annotations, message) => annotations.addError(message),
  warning: (annotations, message) => annotations.addWarning(message),
  info: (annotations, message) => annotations.addInfo(message),
};

/**
 * Shows a finding at the construct that it is about.
 * @param by which tenant it is about, where the stack has several
 * @param told the findings that were shown before, because a stack may be synthesized again
 */
function tell(stack: TerraformStack, finding: Finding, by: string, told: Set<string>): void {
  const { subject, rule, severity } = finding;
  const construct = userConstruct(stack, subject.origin.construct ?? subject.key);
  const message = `${inert(describeFinding(finding))} (guardrail ${rule}${by})`;
  const key = `${construct.node.path}\n${message}`;
  if (told.has(key)) return;
  told.add(key);
  TELL[severity](Annotations.of(construct), message);
}

/**
 * Finds the construct that a user wrote: the one around the resource, or the stack where nothing in it has that path.
 */
function userConstruct(stack: TerraformStack, path: string): IConstruct {
  const relative = path.startsWith(`${stack.node.path}/`) ? path.slice(stack.node.path.length + 1) : '';
  let found: IConstruct = stack;
  for (const id of relative.split('/')) {
    const child = id === 'Resource' ? undefined : found.node.tryFindChild(id);
    if (child === undefined) break;
    found = child;
  }
  return found;
}
