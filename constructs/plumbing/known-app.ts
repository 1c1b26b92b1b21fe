/**
 * What does a stack state of an app that exists on the tenant? Tests and invariants take it for granted at synth, and
 * a plan stops where the tenant says otherwise.
 */
import { Token, type TerraformResourceLifecycle } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { AppPremise, StatedDefinition } from '../../steering';
import { complainAboutDomain, hostName } from '../../steering/domain/hosts';
import { complainAboutProcessName, complainAboutProcessPattern } from '../../steering/domain/processes';
import { PLATFORMS, type PlatformProperty } from '../platform';
import { escapeText, refuse, refuseBad, refuseBadHosts } from './synth';

/** How an app is recognised on a platform, in the words of props. */
interface Definition {
  readonly match?: StatedDefinition['match'] | undefined;
  readonly processes?: readonly string[] | undefined;
  readonly domains?: readonly string[] | undefined;
}

type Stated = AppPremise['platforms'];
type Platform = (typeof PLATFORMS)[number];

/** Reads what is stated of an app, in the form of the model. @throws Error with the path of the construct */
export function statedOf(
  construct: IConstruct,
  known: { readonly [P in PlatformProperty]?: Definition | undefined },
): Stated {
  const properties = PLATFORMS.map(({ property }) => property);
  const given = PLATFORMS.filter(({ property }) => known[property] !== undefined);
  if (given.length === 0) {
    refuse(construct, `"known" states nothing. Give at least one of ${properties.join(', ')}, or leave it out.`);
  }
  return Object.fromEntries(
    given.map((platform) => [platform.name, definitionOf(construct, platform, known[platform.property] as Definition)]),
  );
}

function definitionOf(construct: IConstruct, { property }: Platform, given: Definition): StatedDefinition {
  const at = `known.${property}`;
  const { match = 'exact', processes = [], domains } = given;
  refuseTokens(construct, `${at}.match`, [match]);
  refuseTokens(construct, `${at}.processes`, processes);
  refuseTokens(construct, `${at}.domains`, domains ?? []);
  if (processes.length === 0 && (domains ?? []).length === 0) {
    refuse(
      construct,
      `${at} names neither processes nor domains, so that nothing would match. Give what the tenant shows, or leave it out.`,
    );
  }
  refuseBad(construct, processes, match === 'regex' ? complainAboutProcessPattern : complainAboutProcessName);
  refuseBadHosts(construct, domains, complainAboutDomain);
  return { match, processes: [...processes], ...(domains !== undefined && { domains: [...domains] }) };
}

/** Refuses values that are only known at apply. That they are texts is known. */
function refuseTokens(construct: IConstruct, at: string, values: readonly string[]): void {
  if (!Token.isUnresolved(values) && !values.some((one) => Token.isUnresolved(one))) return;
  refuse(construct, `A part of ${at} is only known at apply, but it is needed at synth. Write it out.`);
}

/** Makes the postconditions that stop a plan, with what differs, where the tenant defines an app in another way. */
export function expectApp(construct: IConstruct, stated: Stated): TerraformResourceLifecycle {
  return {
    postcondition: PLATFORMS.flatMap((platform) => {
      const { name, title, property } = platform;
      const definition = stated[name];
      if (definition === undefined) return [];
      const differences = differencesOf(platform, definition);
      const where = `${construct.node.path} states of it on ${title} (known.${property})`;
      return [
        {
          condition: `\${length(${differences}) == 0}`,
          errorMessage:
            `The app "\${self.name}" is not what ${escapeText(where)}: \${join("; ", ${differences})}. ` +
            `The tests of the stack rest on it. Write what the tenant has, or leave ${property} out: what is not stated is not known.`,
        },
      ];
    }),
  };
}

/** Writes an expression of the differences between an app and what is stated of it: a list of texts. */
function differencesOf({ name, hasDomains }: Platform, { match, processes, domains = [] }: StatedDefinition): string {
  const self = `self.${name}`;
  const fold = match === 'exact' ? (text: string) => `lower(${text})` : (text: string) => text;
  const foldHost = (text: string) => `trimsuffix(lower(${text}), ".")`;
  const parts = [
    `${self} == null ? ["the tenant does not define it there"] : []`,
    // How processes are compared means nothing where there are none.
    ...(processes.length === 0
      ? []
      : [
          `try(${self}.match, "${match}") == "${match}" ? [] : ["the tenant compares its processes by \${${self}.match}"]`,
        ]),
    ...differing('process', `${self}.processes`, processes, fold),
    ...(!hasDomains ? [] : differing('domain', `${self}.domains`, domains.map(hostName), foldHost)),
  ];
  return `concat(${parts.map((part) => `(${part})`).join(', ')})`;
}

/** Writes expressions of the elements that only one of two sets has, with what is said of them. */
function differing(
  what: 'process' | 'domain',
  there: string,
  stated: readonly string[],
  fold: (text: string) => string,
): string[] {
  const list = `[${stated.map(literal).join(', ')}]`;
  const folded = (all: string) => `try([for one in ${all} : ${fold('one')}], [])`;
  const only = (all: string, others: string, whose: string) =>
    `try([for one in ${all} : "only the ${whose} has the ${what} \${jsonencode(one)}" if !contains(${folded(others)}, ${fold('one')})], [])`;
  return [only(there, list, 'tenant'), only(list, there, 'stack')];
}

/** Writes a text as a literal of Terraform's expressions. */
function literal(text: string): string {
  return escapeText(JSON.stringify(text).replace(/\\[bf]/g, (escape) => (escape === '\\b' ? '\\u0008' : '\\u000c')));
}
