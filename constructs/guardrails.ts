/**
 * Which mistakes does a stack make? At synth, steering's rules look at what the stack would write. A finding is shown
 * at the construct that caused it, and an error stops the synth. The rules run as validations, after all aspects.
 */
import { checked } from './plumbing/checked';
import { Annotations, TerraformStack, type IAspect } from 'cdktf';
import type { IConstruct } from 'constructs';
import { inert } from '../steering';
import { checkModels, type Finding, type Severity } from '../steering/rules';
import { claim } from './plumbing/copies';
import { refuse } from './plumbing/synth';
import { StackSteering } from './plumbing/stack-steering';

/**
 * The rules that look for mistakes, by the names under which findings are accepted. `docs/guardrails.md` explains each
 * rule.
 */
export const Guardrail = {
  /** A non-standard port is steered without domains. */
  PORT_WITHOUT_DOMAINS: 'port-without-domains',
  /** An app that dials literal addresses may escape a block. */
  LITERAL_ADDRESSES: 'literal-addresses',
  /** The sockets of a blocked app may belong to a helper process, of WebView2 or Electron. */
  HELPER_PROCESS: 'helper-process',
  /** A blocked executable runs as a Windows service, which a block does not reach by default. */
  WINDOWS_SERVICE: 'windows-service',
  /** A bypass is given for every host, by `*`. */
  WILDCARD_WITH_BYPASS: 'wildcard-with-bypass',
  /** Domains are written for a Block, which ignores them. */
  IGNORED_DOMAINS: 'ignored-domains',
  /** Custom app domains hold a wildcard such as `*.example.com`, which is not supported. */
  WILDCARD_IN_CUSTOM_APP_DOMAINS: 'wildcard-in-custom-app-domains',
  /** One host name stands in a list in two spellings. */
  REPEATED_DOMAIN: 'repeated-domain',
  /** An entry of a list of domains is as wide as a public suffix, such as `*.com`. */
  PUBLIC_SUFFIX: 'public-suffix',
  /** A wildcard of a domain or DNS exception stands without its apex. */
  MISSING_APEX: 'missing-apex',
  /** A site for moving files or text out is bypassed. */
  TRANSFER_SITE: 'transfer-site',
  /** A domain of the vendor itself is bypassed. */
  VENDOR_DOMAIN: 'vendor-domain',
  /** An application that stands for many products, or a category as broad, is bypassed. */
  BYPASS_OF_SUITE: 'bypass-of-suite',
  /** A domain is written in other letters than clients see. */
  INTERNATIONAL_DOMAIN: 'international-domain',
  /** A list of domains holds what is no domain, such as the name of a program. */
  DOMAIN_NAME: 'domain-name',
  /** A source location exception is for everywhere. */
  ANY_SOURCE_LOCATION: 'any-source-location',
  /** The name of a process has a path or quotes, and matches nothing. */
  /** No process of its platform has the name that an app gives. */
  PROCESS_NAME: 'process-name',
  /** A name has letters of another script that look like those that are meant. */
  LOOK_ALIKE_LETTERS: 'look-alike-letters',
  /** A pattern is written like a name, or like one with wildcards. */
  PATTERN_LIKE_NAME: 'pattern-like-name',
  /** A pattern matches no process of its platform. */
  PATTERN_WITHOUT_MATCH: 'pattern-without-match',
  /** A pattern also matches other known processes. */
  PATTERN_HITS_OTHERS: 'pattern-hits-others',
  /** A pattern has a comma, which also separates patterns. */
  PATTERN_WITH_COMMA: 'pattern-with-comma',
  /** A known executable of a blocked app is missing. */
  MISSING_EXECUTABLE: 'missing-executable',
  /** An app on Android has no process, by which Android 10 and higher knows apps. */
  ANDROID_BY_DOMAIN: 'android-by-domain',
  /** An exception acts on a platform that its app does not define. */
  UNDEFINED_PLATFORM: 'undefined-platform',
  /** The port of a blocked app is not steered, so the block has no effect there. */
  BLOCK_WITHOUT_EFFECT: 'block-without-effect',
  /** A bypass for managed devices blocks all others. */
  MANAGED_ONLY_BYPASS: 'managed-only-bypass',
  /** The name of a configuration has more than 40 characters. */
  CONFIGURATION_NAME_LENGTH: 'configuration-name-length',
  /** An app takes a process that other apps share. */
  SHARED_PROCESS: 'shared-process',
  /** Port 80 or 443 is listed as a non-standard port. */
  STANDARD_PORT: 'standard-port',
  /** A configuration is disabled, so nobody gets it. */
  DISABLED_CONFIGURATION: 'disabled-configuration',
  /** No exception uses an app. */
  UNUSED_APP: 'unused-app',
  /** Exceptions disagree, or one shadows another. */
  CONFLICTING_EXCEPTIONS: 'conflicting-exceptions',
  /**
   * At synth this rule finds only what a stack says by itself. Only a plan shows that a change turns dynamic steering
   * on or off.
   */
  DYNAMIC_STEERING_TOGGLE: 'dynamic-steering-toggle',
  /** Several resources own one object of the tenant. */
  SEVERAL_OWNERS: 'several-owners',
  /**
   * Two objects of one tenant have one name. Only a plan shows that a name is given up and taken again.
   */
  DUPLICATE_NAME: 'duplicate-name',
  /**
   * Configurations for the same clients have no order. Only a plan or a tenant shows another order than the one that is
   * written.
   */
  CONFIGURATION_ORDER: 'configuration-order',
  /** DNS is steered on-premises, or outside of the modes for web and for all traffic. */
  STEER_DNS: 'steer-dns',
  /** An exception of a custom configuration is void for traffic that is not web traffic. */
  VOID_EXCEPTION: 'void-exception',
  /** A configuration has more than 3,000 domain exceptions. */
  MANY_DOMAINS: 'many-domains',
  /** A country code stands for no country. */
  COUNTRY_CODE: 'country-code',
  /** A block stands in some configurations only, so that the clients of others escape it. */
  BLOCK_NOT_EVERYWHERE: 'block-not-everywhere',
  /** A configuration above takes all clients of another one. */
  UNREACHED_CONFIGURATION: 'unreached-configuration',
  /** The traffic mode is none: nothing is steered. */
  TRAFFIC_MODE_NONE: 'traffic-mode-none',
  /** A non-standard port is that of a protocol other than that of the web. */
  NON_WEB_PORT: 'non-web-port',
  /** An app is defined on a platform that no exception names. */
  FORGOTTEN_PLATFORM: 'forgotten-platform',
  /** A blocked app also uses UDP. */
  UDP_PORT: 'udp-port',
  /** Non-standard ports are listed where every port is steered. */
  IDLE_IN_MODE: 'idle-in-mode',
  /** Names of groups, units, tags or configurations differ in case or white space only. */
  GROUP_SPELLING: 'group-spelling',
  /** An app that the vendor predefines is blocked for everybody. */
  PREDEFINED_APP_BLOCKED: 'predefined-app-blocked',
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
 * @example
 * import { Aspects } from 'cdktf';
 * import { Guardrail, Guardrails } from 'cdktf-netskope-steering';
 *
 * Aspects.of(stack).add(new Guardrails()); // where the stack has no NetskopeSteeringProvider
 * Guardrails.suppress(configuration, Guardrail.STEER_DNS, 'The resolvers of the branch offices ask for it.');
 */
export class Guardrails implements IAspect {
  /**
   * Accepts what a guardrail finds at a construct or below it; on a stack, anywhere in the stack. A suppression that
   * accepts nothing is itself a finding.
   * @param reason why the findings are accepted, for whoever reads the stack next; reviews of a plan show it
   * @throws Error where the reason is empty
   */
  static suppress(construct: IConstruct, guardrail: Guardrail, reason: string): void {
    [guardrail, reason] = checked(construct, 'Guardrails.suppress', guardrail, reason);
    if (reason.trim() === '') {
      refuse(construct, `The suppression of "${guardrail}" gives no reason. Say why its findings are accepted here.`);
    }
    const on = TerraformStack.isStack(construct) ? {} : { on: construct.node.path };
    StackSteering.of(construct).suppressions.push({ rule: guardrail, reason, ...on });
  }

  /** Checks a stack; cdktf calls it for every construct below the one that the aspect is added to. */
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
  const { subject, places, rule, severity } = finding;
  const construct = userConstruct(stack, subject.origin.construct ?? subject.key);
  const others = places.slice(1).map(({ origin, key }) => userConstruct(stack, origin.construct ?? key).node.path);
  const elsewhere = [...new Set(others)].filter((path) => path !== construct.node.path);
  const also = elsewhere.length === 0 ? '' : `; also at ${listed(elsewhere)}`;
  const message = `${inert(finding.message)} (guardrail ${rule}${by}${also})`;
  const key = `${construct.node.path}\n${message}`;
  if (told.has(key)) return;
  told.add(key);
  TELL[severity](Annotations.of(construct), message);
}

/** The number of other constructs that a finding names. */
const MOST_NAMED = 6;

function listed(paths: readonly string[]): string {
  const more = paths.length - MOST_NAMED;
  return `${paths.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
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
