/**
 * What does a plan do with each resource? The answer is made in two forms: in full, for people, with the most dangerous
 * first; and short, to be compared with another plan of the same stack.
 */
import { type PlanJson, type PlannedChange, isWritten, plannedIn, withoutIndexes } from '../../steering';
import { digestOf, secretDigestOf } from '../digest';
import type { At, AttributeChange, ResourceActions, Does, Removal, ResourceChange } from '../report';
import { actsOf } from './acts';
import { attributeChanges, holdsTrue, UNKNOWN } from './attribute-changes';
import type { ConfigurationCode } from './code';
import {
  type Configured,
  configurationOf,
  fieldsOf,
  moduleOf,
  referencesIn,
  textOf,
  withoutConstants,
} from './configuration';
import { partSensitive } from './sensitive';
import { OURS, tenantsOf } from './tenants';

/**
 * Tells what a plan does, in the short form that is compared with another plan of the same stack.
 * @param code the configuration that the plan was made from, where it stands beside the plan
 * @param environment the value of NETSKOPE_SERVER_URL, where it is set
 */
export function doesOf(
  plan: PlanJson,
  code?: ConfigurationCode,
  environment?: string,
): Omit<Does, 'traffic' | 'tenant'> {
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
    actions: changes.map(({ compared }) => compared).sort(byText),
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

/** Says whether a change does anything. An import counts as doing something. */
export function acts({ actions, importing }: PlannedChange['change']): boolean {
  return actions.join() !== 'no-op' || importing !== undefined;
}

interface PlanActionPart {
  readonly name: string;
  /** The form that `--same-as` compares. */
  readonly compared: Does['actions'][number];
  /** Each sensitive value, with the action and the place that it belongs to. */
  readonly secrets: readonly unknown[];
  /** The module of the resource, where the plan does not show the whole of the action. */
  readonly unseenIn?: string;
}

function partOf(one: PlannedChange, configured: Configured | undefined): PlanActionPart {
  const { address, mode, type, deposed, previous_address, provider_name, change } = one;
  const { actions, before, after, before_unknown, after_unknown, importing, replace_paths } = change;
  const old = partSensitive(before, change.before_sensitive, 'before');
  const now = partSensitive(after, change.after_sensitive, 'after');
  const { expressions, provisioners: _provisioners, ...rest } = configured?.fields ?? {};
  const content = {
    ...{ mode, deposed, previous_address, provider_name, importing, replace_paths },
    ...{ before: old.shown, after: now.shown, before_unknown, after_unknown },
    configuration: [rest, withoutConstants(expressions)],
  };
  const name = deposed === undefined ? address : `${address} (deposed ${textOf(deposed)})`;
  return {
    name: `${actions.join(', ')} ${name}`,
    compared: { address, action: actions.join(', '), digest: digestOf(content) },
    secrets: [...old.secrets, ...now.secrets].map(([place, value]) => [name, place, value]),
    ...(!type.startsWith(`${OURS}_`) && isUnseen(expressions, after_unknown) && { unseenIn: moduleOf(address) }),
  };
}

/**
 * Says whether an attribute is known only after the apply and its expression refers to something, so that no plan shows
 * its form. This matters for other providers only: in our own types such a value is an id, or it is judged as what it
 * may be, and a reader of the review sees that it is not known.
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

/** Finds where the resource of an address is written. */
export type Locate = (address: string) => At;

/** Words for the reasons that terraform gives for an action. */
const REASONS: Readonly<Record<string, string>> = {
  replace_because_tainted: 'it is tainted: an earlier apply did not finish it',
  replace_because_cannot_update: 'it cannot be updated in place',
  replace_by_request: 'somebody asked for it with -replace',
  replace_by_triggers: 'something that triggers its replacement changes',
  delete_because_no_resource_config: 'it is no longer in the configuration',
  delete_because_no_module: 'its module is no longer in the configuration',
  delete_because_wrong_repetition: 'count or for_each no longer has it',
  delete_because_count_index: 'count no longer has it',
  delete_because_each_key: 'for_each no longer has it',
  delete_because_no_move_target: 'it was moved to what is not in the configuration',
};

const DEFAULT_CONFIGURATION = 'netskopesteering_default_configuration';
const KEPT = 'the tenant keeps it, and it becomes again what it was found to be';

/** The actions of a plan, in the fields of the review that show them. */
export interface PlanActions {
  readonly counts: Readonly<Record<ResourceActions, number>>;
  readonly removals: readonly Removal[];
  readonly imports: readonly { readonly at: At; readonly id: string }[];
  readonly moves: readonly { readonly at: At; readonly from: string }[];
  readonly drift: readonly ResourceChange[];
  readonly changes: readonly ResourceChange[];
}

/** Says whether an apply would change nothing anywhere. A read changes nothing, and drift is no action of the plan. */
export function doesNothing({ counts }: Pick<PlanActions, 'counts'>): boolean {
  const { read: _, drift: __, ...actions } = counts;
  return Object.values(actions).every((count) => count === 0);
}

/** Sorts the changes of a plan by what is done, as a review shows it. */
export function planActionsOf(plan: PlanJson, locate: Locate): PlanActions {
  const changes = [...(plan.resource_changes ?? [])].sort(byAddress);
  const removals = changes.flatMap((one) => removal(one, locate));
  const imports = changes.flatMap(({ address, change }) =>
    change.importing === undefined ? [] : [{ at: locate(address), id: String(change.importing.id ?? '') }],
  );
  const moves = changes.flatMap(({ address, previous_address: from }) =>
    from === undefined || from === address ? [] : [{ at: locate(address), from }],
  );
  const plain = changes.flatMap((one): ResourceChange[] => {
    const action = plainAction(one);
    if (action === undefined) return [];
    return [{ at: located(one, locate), action, changes: attributeChanges(one.change) }];
  });
  const drift = driftOf(plan, locate);
  const count = (action: ResourceChange['action']) => plain.filter((one) => one.action === action).length;
  const removed = (action: Removal['action']) => removals.filter((one) => one.action === action).length;
  return {
    counts: {
      create: count('create'),
      update: count('update'),
      replace: removed('replace'),
      destroy: removed('destroy'),
      forget: removed('forget'),
      read: count('read'),
      import: imports.length,
      move: moves.length,
      drift: drift.length,
    },
    removals,
    imports,
    moves,
    drift,
    changes: plain,
  };
}

function located({ address, deposed }: PlannedChange, locate: Locate): At {
  return { ...locate(address), ...(deposed !== undefined && { deposed }) };
}

function removal(one: PlannedChange, locate: Locate): Removal[] {
  const { type, action_reason, change } = one;
  const { actions, replace_paths = [] } = change;
  const replaces = actions.includes('delete') && actions.includes('create');
  const action = replaces ? 'replace' : actions.includes('delete') ? 'destroy' : 'forget';
  if (!replaces && !actions.includes('delete') && !actions.includes('forget')) return [];
  const reason =
    type === DEFAULT_CONFIGURATION && action !== 'forget'
      ? KEPT
      : action_reason && (REASONS[action_reason] ?? action_reason);
  return [
    {
      at: located(one, locate),
      action,
      forcedBy: replace_paths.map(spellPath).sort(),
      ...(reason !== undefined && { reason }),
      changes: replaces ? attributeChanges(change) : [],
    },
  ];
}

/** The action of a change that neither replaces nor removes; undefined for any other. */
function plainAction({ change: { actions } }: PlannedChange): 'create' | 'update' | 'read' | undefined {
  const [action] = actions;
  if (actions.length !== 1) return undefined;
  return action === 'create' || action === 'update' || action === 'read' ? action : undefined;
}

/**
 * Finds what was changed on the tenant. Terraform reports moves as drift, too, but a move changes no attribute, so it
 * is left out. An attribute that nobody writes, and that the plan leaves alone, does not count either: the tenant
 * computes it, such as the place of a configuration when another is put above it.
 */
function driftOf(plan: PlanJson, locate: Locate): ResourceChange[] {
  const changed = new Map(
    (plan.resource_changes ?? []).map(({ address, change }) => [
      address,
      // A value that the tenant gives anew is no answer to what somebody changed there.
      new Set(attributeChanges(change).flatMap((one) => (one.after === UNKNOWN ? [] : [rootOf(one)]))),
    ]),
  );
  return [...(plan.resource_drift ?? [])]
    .sort(byAddress)
    .map((one): ResourceChange => {
      const action = one.change.actions.includes('delete') ? 'destroy' : 'update';
      const counts = (attribute: string) =>
        isWritten(plan, one, attribute) || changed.get(one.address)?.has(attribute) === true;
      const changes = attributeChanges(one.change).filter((change) => counts(rootOf(change)));
      return { at: located(one, locate), action, changes: action === 'destroy' ? [] : changes };
    })
    .filter(({ action, changes }) => action === 'destroy' || changes.length > 0);
}

function rootOf({ attribute }: AttributeChange): string {
  return attribute.replace(/[.[].*$/, '');
}

/** Spells a path from its steps, such as `windows.processes[0]`. */
function spellPath(steps: readonly (string | number)[]): string {
  return steps
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? String(step) : `.${String(step)}`))
    .join('');
}

function byAddress(a: PlannedChange, b: PlannedChange): number {
  return a.address < b.address ? -1 : a.address > b.address ? 1 : 0;
}

/** Sentences on what is missing for a moment while the plan is applied, each with whether it applies to this plan. */
export function gapsIn(plan: PlanJson): [boolean, string][] {
  const ours = plannedIn(plan);
  const typesThat = (...actions: readonly string[]) =>
    new Set(ours.filter(({ change }) => change.actions.join() === actions.join()).map(({ type }) => type));
  const [destroyed, created] = [typesThat('delete'), typesThat('create')];
  return [
    [
      typesThat('delete', 'create').size > 0,
      'What is replaced is destroyed first and made again after that: in between, its traffic goes as if it were not there.',
    ],
    [
      [...destroyed].some((type) => created.has(type)),
      'Objects are destroyed and others of their kind are created: where one takes the place of another, there may be a moment with neither.',
    ],
  ];
}
