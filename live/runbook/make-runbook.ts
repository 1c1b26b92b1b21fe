/** How does a runbook come about? What the code wants is put beside the tenant, and the difference becomes steps in a safe order. */
import { isUnknownCode, type Flow, type Model } from '../../steering';
import { nameObject, type ObservedTenant } from '../diff';
import { matchesOf, type Match } from '../match';
import type { Wanted } from '../wanted';
import { PHASES, type TenantChange } from './order';
import type { Hazard, Runbook, RunbookStep } from './runbook';
import { isToggled, type Gap } from './safety';
import { type RunbookOptions, wayTo } from './states';
import { idOf, stepsOf } from './steps';
import { verificationsOf } from './verifications';
import type { DraftStep } from './draft';
import { goneLocationSteps, locationSteps, locationsNamed, openLocations } from './location-steps';

/** Makes the runbook that makes a tenant what the code says. */
export function makeRunbook(wanted: Wanted, tenant: ObservedTenant, options: RunbookOptions = {}): Runbook {
  const { snapshot } = tenant;
  const { changes, before, after, gap, isSample } = wayTo(wanted, tenant, options);
  const telling = { wanted, before, after: withNames(after, before) };
  const told = changes.map((change) => ({
    change,
    drafts: stepsOf(change, telling),
  }));
  const { done } = options;
  const steps = numbered(told, {
    made: locationSteps(wanted, done),
    gone: goneLocationSteps(wanted, done),
  });
  const stepOf = (index: number) => steps.filter((step) => step.change === index);
  const matches = matchesOf(wanted, before);
  return {
    name: wanted.name,
    tenant: snapshot.tenant,
    observedAt: snapshot.observedAt,
    hazards: hazardsOf(changes, before, gap, stepOf),
    remarks: [
      ...(isSample ? [SAMPLED] : []),
      ...unreadable(matches, wanted),
      ...deletions(steps, options.done !== undefined),
    ],
    steps: steps.map(({ change: _, ...step }) => step),
    verifications: steps.length === 0 ? [] : verificationsOf(changes, after, wanted),
  };
}

const SAMPLED =
  'So many configurations change that the states between the steps were looked at by a sample of flows only. Do the steps from the first that changes or enables a configuration that is in force to the last one right after the other.';

/** A tenant with the apps and configurations of another state of it too, so that what goes still has a name. */
function withNames(model: Model, other: Model): Model {
  const joined = <T extends { readonly key: string }>(list: readonly T[], more: readonly T[]) => {
    const keys = new Set(list.map(({ key }) => key));
    return [...list, ...more.filter(({ key }) => !keys.has(key))];
  };
  return {
    ...model,
    apps: joined(model.apps, other.apps),
    configurations: joined(model.configurations, other.configurations),
  };
}

type NumberedStep = RunbookStep & { readonly change: number };

/** The steps of network locations: those that make them, and those that delete them. */
interface AroundChanges {
  readonly made: readonly DraftStep[];
  readonly gone: readonly DraftStep[];
}

/** The number of the change of a step that is part of none. */
const NO_CHANGE = -1;

/**
 * Gives each step its id, its number, and the steps that come before it: the other steps of its object, those that make
 * what it names, and all steps of earlier phases that may narrow or switch, where it may open. Steps that switch come one
 * after the other.
 */
function numbered(told: readonly { change: TenantChange; drafts: DraftStep[] }[], { made, gone }: AroundChanges) {
  const steps: NumberedStep[] = [];
  const used = new Map<string, number>();
  const add = (draft: DraftStep, change: number, isBefore: (step: NumberedStep) => boolean) => {
    const same = idOf(draft);
    const times = used.get(same) ?? 0;
    used.set(same, times + 1);
    const id = times === 0 ? same : idOf({ ...draft, path: `${draft.path} (${times + 1})` });
    steps.push({ ...draft, id, number: steps.length + 1, after: steps.filter(isBefore).map((one) => one.id), change });
  };
  for (const draft of made) add(draft, NO_CHANGE, () => false);
  told.forEach(({ change, drafts }, index) => {
    const named = change.kind === 'exception' ? locationsNamed(change.after) : [];
    const isNamed = ({ object: { kind, name } }: NumberedStep) => kind === 'network_location' && named.includes(name);
    for (const draft of drafts)
      add(draft, index, (step) => isNamed(step) || comesBefore(step, told[step.change]?.change, change, index));
  });
  for (const draft of gone) add(draft, NO_CHANGE, ({ object: { kind } }) => kind === 'exception');
  return steps;
}

function comesBefore(
  step: NumberedStep,
  earlier: TenantChange | undefined,
  change: TenantChange,
  index: number,
): boolean {
  if (earlier === undefined) return false;
  if (step.change === index) return true;
  const [was, is] = [PHASES.indexOf(earlier.phase), PHASES.indexOf(change.phase)];
  if (change.phase === 'switch' || is > PHASES.indexOf('switch'))
    return was < is || (was === is && change.phase === 'switch');
  return isNeededBy(earlier, change);
}

/** Whether a change makes what another one refers to. */
function isNeededBy(earlier: TenantChange, change: TenantChange): boolean {
  if (change.isAfterToggle === true && earlier.kind === 'configuration' && earlier.after !== undefined) {
    const one = change.kind === 'exception' ? (change.after ?? change.before) : undefined;
    if (one !== undefined && refersTo(one.configuration, earlier.after.key)) return true;
  }
  const made = earlier.after?.key;
  if (made === undefined || change.after === undefined) return false;
  if (earlier.kind === 'app') {
    return (
      change.kind === 'exception' &&
      change.after.data.type === 'certificate_pinned_app' &&
      refersTo(change.after.data.app, made)
    );
  }
  // Configurations get their places in the order in which they are made.
  if (earlier.kind === 'configuration' && change.kind === 'configuration')
    return earlier.before === undefined && change.before === undefined;
  if (earlier.kind !== 'configuration' || change.kind === 'configuration' || change.kind === 'app') return false;
  return refersTo(change.after.configuration, made);
}

function refersTo(value: { readonly known: boolean; readonly value?: string }, key: string): boolean {
  return value.known && value.value === key;
}

/** What may be open between steps: told before the first one. */
function hazardsOf(
  changes: readonly TenantChange[],
  before: Model,
  gap: Gap | undefined,
  stepOf: (index: number) => readonly NumberedStep[],
): Hazard[] {
  const toggles = changes.flatMap((change, index): Hazard[] => {
    if (change.kind !== 'configuration' || change.phase !== 'switch' || change.before === undefined) return [];
    if (!isToggled(change.before, change.after)) return [];
    const { name } = nameObject(change.before, before);
    const last = changes.findLastIndex((one) => one.isAfterToggle === true);
    const steps = [...stepOf(index), ...changes.flatMap((one, at) => (one.isAfterToggle === true ? stepOf(at) : []))];
    const until = last < 0 ? '' : ` until step ${stepOf(last)[0]?.number ?? ''}`;
    return [
      {
        text:
          `Dynamic steering of ${name} is turned on or off in step ${stepOf(index)[0]?.number ?? ''}. A tenant then copies the exceptions to one location only, and may lose some. [doc] ` +
          `So${until}, blocks may be missing for users of ${name} at one of the locations, and no order of the steps avoids it. Do these steps one right after the other, blocks first, when few people work.`,
        steps: steps.map(({ id }) => id),
      },
    ];
  });
  const switching = changes.flatMap(({ phase }, index) => (phase === 'switch' ? [index] : []));
  const moves = changes.flatMap((change, index): Hazard[] => {
    if (
      change.kind !== 'configuration' ||
      change.before === undefined ||
      !change.attributes.some(({ name }) => name === 'priority')
    )
      return [];
    const { name } = nameObject(change.before, before);
    return [
      {
        text: `Step ${stepOf(index)[0]?.number ?? ''} drags ${name} to another place in the list: while it is dragged, and until the other steps are done, clients that match several configurations may get another one than before and after. Do it when few people work.`,
        steps: stepOf(index).map(({ id }) => id),
      },
    ];
  });
  if (toggles.length + moves.length > 0) return [...toggles, ...moves];
  if (gap === undefined) return [];
  const between = switching.flatMap((index) => stepOf(index));
  return [{ text: describeGap(gap.flow, between), steps: between.map(({ id }) => id) }];
}

function describeGap({ process, platform, host, port }: Flow, steps: readonly NumberedStep[]): string {
  const numbers = `${steps[0]?.number ?? ''} to ${steps.at(-1)?.number ?? ''}`;
  return (
    `No order of steps ${numbers} is safe: between them some traffic may go more freely than before and after, such as that of ${process} (${platform}) to ${host}, port ${port}. ` +
    'It concerns the users of the configurations that these steps name. Do them one right after the other, when few people work.'
  );
}

/** What the runbook could not judge: values of the code that are not known, and codes of the tenant. */
function unreadable(matches: readonly Match[], code: Wanted): string[] {
  const { model } = code;
  const named = matches.flatMap(({ wanted, attributes }) =>
    wanted === undefined
      ? []
      : attributes
          .filter(({ standing }) => standing === 'not_known')
          .map(({ name }) => `${name} of ${nameObject(wanted, model).name}`),
  );
  const open = [...named, ...openLocations(code)];
  const codes = matches
    .flatMap(({ attributes }) => attributes)
    .filter(({ observed }) => isUnknownCode(observed)).length;
  const expected = matches.flatMap(({ kind, wanted, attributes }) =>
    kind === 'configuration' && wanted !== undefined
      ? attributes
          .filter(({ name, standing }) => name.endsWith('traffic_mode') && standing === 'differs')
          .map(
            ({ wanted: mode, observed }) =>
              `${nameObject(wanted, model).name} steers ${observed}, and the code expects ${mode}`,
          )
      : [],
  );
  return [
    ...expected.map((text) => `${text}: blocks may have no effect there.`),
    ...(open.length > 0
      ? [
          `The code does not tell some values before Terraform evaluates it, so there is no step for them: ${open.join(', ')}.`,
        ]
      : []),
    ...(codes > 0
      ? [
          `The tenant shows codes that its dialect does not name, at ${codes} places: steps for them say to look first. "netskope-steering live calibrate" learns a code.`,
        ]
      : []),
  ];
}

function deletions(steps: readonly NumberedStep[], isDoneKnown: boolean): string[] {
  const numbers = steps.filter(({ verb }) => verb === 'delete').map(({ number }) => number);
  if (numbers.length === 0) return [];
  const which = numbers.length === 1 ? `Step ${numbers[0]} deletes` : `Steps ${numbers.join(', ')} delete`;
  return [
    `${which} what the code does not have. Where somebody else looks after that, observe the tenant into a file, and name it with --baseline: what it holds then stays.`,
    ...(isDoneKnown
      ? []
      : [
          'REST v1 shows neither non-standard ports nor DNS exceptions: where no code has them any more, they stay, and no step says so. Name the code that was carried out before with --done.',
        ]),
  ];
}
