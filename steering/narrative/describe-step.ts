/** A step of a trace in a sentence. What it rests on beside the rules stands behind it, by id. */
import { parseHost } from '../decide/destination';
import type { Flow } from '../model/flow';
import { DEFAULT_KEY } from '../model/read-configuration';
import type { TrafficModeName } from '../domain/exceptions';
import type { Note, Step, Subject, Verdict } from '../decide/trace';
import { inert, quote } from '../inert';
import { FATES, MATCHERS, TYPES, UNSAID, WORDS } from './words';

type StepOf<K extends Step['step']> = Extract<Step, { step: K }>;

/** @param outcome what it leads to, for one that may apply; left out where that is told step by step */
export function describeConfiguration(
  { subject, verdict, because }: StepOf<'configuration'>,
  outcome: string | undefined,
): string {
  const { name } = subject;
  const titled = name === undefined ? '' : ` ${quote(name)}`;
  const about = {
    name:
      subject.key === DEFAULT_KEY
        ? `${WORDS['configuration/default']()}${titled}`
        : name === undefined
          ? WORDS['configuration/nameless']()
          : WORDS['configuration/named']({ name: quote(name) }),
    where: where(subject),
  };
  const sentence =
    verdict === 'yes'
      ? WORDS['configuration/applies'](about)
      : WORDS['configuration/may-apply']({ ...about, then: outcome === undefined ? '' : WORDS.then({ outcome }) });
  return sentence + idsOf(because);
}

/** What the sentence of a step depends on beside the step. */
export interface Context {
  readonly flow: Flow;
  /** The traffic mode that counts where the step is taken. */
  readonly mode: TrafficModeName;
  /** Whether the client intercepts the flow there. */
  readonly intercepted: Verdict;
}

export function describeStep(step: Exclude<Step, { step: 'configuration' }>, context: Context): string {
  return sentence(step, context) + idsOf(step.because);
}

function sentence(step: Exclude<Step, { step: 'configuration' }>, { flow, mode, intercepted }: Context): string {
  switch (step.step) {
    case 'mode':
      return WORDS.mode(step);
    case 'interception':
      return WORDS[`interception/${step.verdict}`]({ why: whyIntercepted(step, mode, flow) });
    case 'exception':
      return WORDS[`exception/${step.verdict}`]({
        exception: exceptionOf(step),
        matcher: step.matcher === undefined ? '' : MATCHERS[step.matcher.kind](quote(step.matcher.text)),
        fates: step.leadsTo.map((fate) => FATES[fate]).join(' or '),
      });
    case 'steer':
      return WORDS[step.anyway ? 'steer/anyway' : step.verdict === 'yes' ? 'steer/yes' : 'steer/unknown']({
        exceptions: parseHost(flow.host).kind === 'name' ? '' : WORDS['steer/no-host-name'](),
        steered: intercepted === 'yes' ? '' : WORDS['steer/if-intercepted'](),
      });
    case 'conflict':
      return WORDS.conflict();
  }
}

/** The reasons of a step that are no assumptions: what is not known, and what was not said. */
export function reasonsOf({ step, verdict, because }: Pick<Step, 'step' | 'verdict' | 'because'>): string[] {
  // One mode is left where it is expected, although the source does not tell it.
  const words = step === 'mode' && verdict === 'yes' ? WORDS['not-known-although'] : WORDS['not-known'];
  const reasons = because.flatMap((note) => {
    if ('notSaid' in note) return [WORDS['not-said']({ what: UNSAID[note.notSaid] })];
    if ('notKnown' in note && note.notKnown !== '') return [words({ reason: inert(note.notKnown) })];
    return [];
  });
  return [...new Set(reasons)];
}

/** What a step rests on, in brackets; nothing where the rules alone decide it. */
export function idsOf(because: readonly Note[]): string {
  const ids = new Set(because.flatMap((note) => ('assumption' in note ? [note.assumption] : [])));
  return ids.size === 0 ? '' : ` [${[...ids].join(', ')}]`;
}

function exceptionOf({ type, app, subject }: StepOf<'exception'>): string {
  const about = { type: TYPES[type], where: where(subject) };
  if (type !== 'certificate_pinned_app') return `${about.type}${about.where}`;
  const name = app?.name ?? app?.key;
  return name === undefined
    ? WORDS['exception/of-unknown-app'](about)
    : WORDS['exception/of-app']({ ...about, name: quote(name) });
}

/** What about the flow decides whether the client intercepts it. */
function whyIntercepted({ verdict, subject }: StepOf<'interception'>, mode: TrafficModeName, flow: Flow): string {
  if (mode === 'none') return WORDS['why/mode-none']();
  const port = String(flow.port);
  const standard = flow.port === 80 || flow.port === 443;
  const host = parseHost(flow.host);
  const reach = host.kind === 'address' ? host.reach : 'public';
  if (reach === 'private' && verdict === 'no' && mode === 'web' && !standard)
    return WORDS['why/private-or-port']({ port });
  if (reach !== 'public' && verdict !== 'yes')
    return reach === 'private' ? WORDS['why/private']() : WORDS['why/local']();
  if (subject !== undefined && verdict !== 'no') {
    return WORDS[verdict === 'yes' ? 'why/row' : 'why/row-perhaps']({ port, where: where(subject) });
  }
  if (mode === 'cloud_apps') return WORDS['why/cloud-apps']();
  if (flow.port === 53 && (mode === 'all' || verdict !== 'no')) return WORDS['why/dns']({ port });
  if (mode === 'all') return verdict === 'yes' ? WORDS['why/every-port']() : WORDS['why/left-out']();
  return standard ? WORDS['why/web-port']({ port }) : WORDS['why/no-port']({ port });
}

/** Where an object is written, in brackets: the construct, or else its Terraform address, or else its id on the tenant. */
function where({ origin: { construct, address, id } }: Subject): string {
  // What a user wrote is the construct around the resource.
  const place = construct?.replace(/\/Resource$/, '') ?? address ?? id;
  return place === undefined ? '' : ` (${inert(place)})`;
}
