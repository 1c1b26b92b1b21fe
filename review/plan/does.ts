/** What a plan does, short enough to compare with another plan of the same stack. */
import { withoutIndexes } from '../../steering';
import { digestOf, secretDigestOf } from '../digest';
import type { Does } from '../review';
import { actsOf } from './acts';
import { holdsTrue } from './attribute-changes';
import type { Code } from './code';
import {
  configurationOf,
  fieldsOf,
  moduleOf,
  referencesIn,
  textOf,
  withoutConstants,
  type Configured,
} from './configuration';
import { partSensitive } from './hidden';
import type { PlannedChange, ReviewedPlan } from './reviewed-plan';
import { OURS, tenantsOf } from './tenants';

/**
 * @param code the configuration that the plan was made of, where it stands beside it
 * @param environment NETSKOPE_SERVER_URL, where it is set
 */
export function doesOf(plan: ReviewedPlan, code?: Code, environment?: string): Omit<Does, 'traffic' | 'tenant'> {
  const configuration = configurationOf(plan);
  const configured = new Map(configuration.resources.map((one) => [one.address, one]));
  const changes = (plan.resource_changes ?? [])
    .filter(({ change, address, previous_address: from }) => acts(change) || (from !== undefined && from !== address))
    .map((one) => partOf(one, configured.get(withoutIndexes(one.address))));
  const secrets = changes.flatMap((one) => one.secrets).sort(byText);
  const all = actsOf(plan, configuration);
  const withheld = all
    .filter((one) => one.secrets.length > 0)
    .map((one) => [one.kind, one.name, one.secrets])
    .sort(byText);
  const isSeen = (module: string) => code?.modules.includes(module) === true;
  const unseen = [...changes, ...all].flatMap(({ name, unseenIn, ...one }) =>
    unseenIn === undefined || isSeen(unseenIn) ? [] : ['kind' in one ? `${one.kind} ${name}` : name],
  );
  return {
    deeds: changes.map(({ deed }) => deed).sort(byText),
    acts: all.map(({ kind, name, shown }) => ({ kind, name, digest: digestOf(shown ?? null) })).sort(byText),
    unseen: unseen.sort(),
    tenants: tenantsOf(plan, configuration, environment).map(({ provider, address }) => ({
      provider,
      ...(address !== undefined && { address }),
    })),
    ...(code !== undefined && { code: digestOf(code.files) }),
    ...(secrets.length > 0 && { sensitive: secretDigestOf(secrets) }),
    ...(withheld.length > 0 && { withheld: secretDigestOf(withheld) }),
  };
}

export function acts({ actions, importing }: PlannedChange['change']): boolean {
  return actions.join() !== 'no-op' || importing !== undefined;
}

interface Part {
  readonly name: string;
  readonly deed: Does['deeds'][number];
  readonly secrets: readonly unknown[];
  readonly unseenIn?: string;
}

function partOf(one: PlannedChange, configured: Configured | undefined): Part {
  const { address, mode, type, deposed, previous_address, provider_name, change } = one;
  const { actions, before, after, after_unknown, importing, replace_paths } = change;
  const old = partSensitive(before, change.before_sensitive, 'before');
  const now = partSensitive(after, change.after_sensitive, 'after');
  const { expressions, provisioners: _provisioners, ...rest } = configured?.fields ?? {};
  const content = {
    ...{ mode, deposed, previous_address, provider_name, importing, replace_paths },
    ...{ before: old.shown, after: now.shown, after_unknown },
    configuration: [rest, withoutConstants(expressions)],
  };
  const name = deposed === undefined ? address : `${address} (deposed ${textOf(deposed)})`;
  return {
    name: `${actions.join(', ')} ${name}`,
    deed: { address, action: actions.join(', '), digest: digestOf(content) },
    secrets: [...old.secrets, ...now.secrets].map(([place, value]) => [name, place, value]),
    ...(!type.startsWith(`${OURS}_`) && isUnseen(expressions, after_unknown) && { unseenIn: moduleOf(address) }),
  };
}

/**
 * Whether a value that is only known after the apply comes of an expression, whose form no plan shows. Of our own types that is an
 * id, or it is judged as what it may be: whoever reads the review sees that it is not known.
 */
function isUnseen(expressions: unknown, unknown: unknown): boolean {
  return Object.entries(fieldsOf(expressions)).some(
    ([name, value]) => holdsTrue(unknown === true ? true : fieldsOf(unknown)[name]) && referencesIn(value).length > 0,
  );
}

function byText(a: unknown, b: unknown): number {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
