/**
 * What does a live tenant show by REST v1, now or in a snapshot? Where a stack is named as well, its demands are judged on
 * the tenant.
 */
import { observedAsCode } from '../../live/aligned';
import { joinedNotObserved, notObservedOf } from '../../live/not-observed';
import { asRead, contradictionsOf, inert, modelFromRestV1, underPremises } from '../../steering';
import { EXIT, UserError, type Surroundings } from '../complaint';
import { type LiveFlags, readObserved } from '../live/tenant';
import { readWanted } from '../live/wanted';
import type { ModelSource, SourceFlags } from './source';

/** @throws UserError */
export async function readObservedSource(flags: SourceFlags, surroundings: Surroundings): Promise<ModelSource> {
  const { plan, stack, before, provider, live, snapshot: path, dialect } = flags;
  const refuse = (message: string) => new UserError(EXIT.usage, message);
  const option = live === true ? '--live' : '--snapshot';
  if (live === true && path !== undefined)
    throw refuse('--live reads the tenant now, and --snapshot what it showed before. Leave one of the two out.');
  if (plan !== undefined)
    throw refuse(
      `--plan says what a plan leaves behind, and ${option} what a tenant shows. Leave one of the two out; "netskope-steering review" puts them together.`,
    );
  if (before === true) throw refuse(`Only a plan has a before, and ${option} is of a tenant. Leave --before out.`);
  if (stack === undefined && provider !== undefined)
    throw refuse('--provider chooses one tenant of a stack. Name the stack with --stack, or leave --provider out.');
  const wanted = stack === undefined ? undefined : await readWanted(stack, provider, surroundings);
  const named: LiveFlags = {
    ...(path !== undefined && { snapshot: path }),
    ...(dialect !== undefined && { dialect }),
  };
  const { snapshot, dialect: codes, title } = await readObserved(named, surroundings);
  const observed = modelFromRestV1(snapshot.configurations, codes);
  const premises = wanted?.steering?.premises ?? [];
  const aligned = wanted === undefined ? observed : observedAsCode(wanted.wanted, observed);
  const model = underPremises(asRead(aligned), premises);
  const open = notObservedOf(observed);
  return {
    model,
    ...(wanted?.steering && { steering: wanted.steering }),
    ...(wanted?.lostDemands !== undefined && { lostDemands: wanted.lostDemands }),
    title: stack === undefined ? title : `${title}, by the demands of the stack ${stack}`,
    json: {
      kind: path === undefined ? 'live' : 'snapshot',
      tenant: snapshot.tenant,
      observed_at: snapshot.observedAt,
      ...(path !== undefined && { path }),
      ...(stack !== undefined && { stack }),
    },
    notes: [
      ...(open.length === 0 ? [] : [`Note: not observed, and so not known: ${inert(joinedNotObserved(open))}.`]),
      ...contradictionsOf(model, premises).map((sentence) => `Note: ${sentence}`),
      ...(wanted?.notes ?? []),
    ],
  };
}
