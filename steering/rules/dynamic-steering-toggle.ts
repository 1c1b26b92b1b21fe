import { complainAboutSide } from '../domain/configurations';
import type { Configuration, Model } from '../model/model';
import { blocks, onePerException, pinnedOf, titleOf, titleOfConfiguration } from './pinned';
import { capital, rule, type RawFinding, type Say } from './rule';

const MESSAGES = {
  'dynamic-steering-toggle/toggled': ({ configuration, now }: { configuration: string; now: string }) =>
    `Dynamic steering of ${configuration} is turned ${now}. A tenant copies existing exceptions to on-premises only or to off-premises only, and toggling repeatedly can lose some: look at both afterwards.`,
  'dynamic-steering-toggle/one-location': ({
    app,
    configuration,
    location,
    other,
  }: {
    app: string;
    configuration: string;
    location: string;
    other: string;
  }) =>
    `${capital(app)} is blocked ${location} only, though ${configuration} has dynamic steering: ${other} it runs. Block it there too, or say why not.`,
  'dynamic-steering-toggle/misplaced': ({ problem }: { problem: string }) => problem,
} as const;

type Told = Say<typeof MESSAGES>;

export const dynamicSteeringToggle = rule({
  id: 'dynamic-steering-toggle',
  severity: 'warning',
  title: 'Toggling dynamic steering',
  rationale:
    'Turning dynamic steering on copies the existing exceptions to on-premises only or to off-premises only, and toggling it repeatedly can lose some. [doc] With it each exception belongs to one of the two, so a block on-premises is no block off-premises.',
  source: '[doc]',
  messages: MESSAGES,
  *check(model, say, { before }) {
    for (const configuration of model.configurations) {
      const now = configuration.dynamicSteering.enabled;
      const earlier = before?.configurations.find(({ key }) => key === configuration.key)?.dynamicSteering.enabled;
      if (now.known && earlier?.known === true && now.value !== earlier.value) {
        const args = { configuration: titleOfConfiguration(configuration), now: now.value ? 'on' : 'off' };
        yield say('dynamic-steering-toggle/toggled', configuration, args);
      }
      if (now.known) yield* misplaced(model, configuration, now.value, say);
      if (now.known && now.value) yield* inOneLocation(model, configuration, say);
    }
  },
});

function* misplaced(model: Model, configuration: Configuration, dynamic: boolean, say: Told): Iterable<RawFinding> {
  for (const exception of model.exceptions) {
    const { configuration: owner, location } = exception;
    if (!owner.known || owner.value !== configuration.key || !location.known) continue;
    const complaint = complainAboutSide(titleOf(configuration), dynamic, location.value ?? 'everywhere');
    if (complaint === undefined) continue;
    yield say('dynamic-steering-toggle/misplaced', exception, { problem: complaint.detail });
  }
}

/**
 * Finds apps that are blocked in one location only. Nothing is found while it is not known where some exception of the
 * configuration belongs: it may be the missing one.
 */
function* inOneLocation(model: Model, configuration: Configuration, say: Told): Iterable<RawFinding> {
  const own = model.exceptions.filter(({ configuration: owner }) => !owner.known || owner.value === configuration.key);
  const open = own.some(({ configuration: owner, location, data }) => {
    const app = data.type === 'certificate_pinned_app' ? data.app.known : data.type !== 'unknown';
    return !owner.known || !location.known || !app;
  });
  if (open) return;
  const blocked = onePerException(pinnedOf(model).filter(blocks)).filter((one) => one.configuration === configuration);
  for (const { app, exception } of blocked) {
    const location = exception.location.known ? exception.location.value : null;
    if (app === undefined || location === null) continue;
    const elsewhere = blocked.some(
      (other) => other.app === app && other.exception.location.known && other.exception.location.value !== location,
    );
    if (elsewhere) continue;
    const [here, other] =
      location === 'on_premises' ? ['on-premises', 'off-premises'] : ['off-premises', 'on-premises'];
    const args = { app: titleOf(app), configuration: titleOfConfiguration(configuration), location: here, other };
    yield say('dynamic-steering-toggle/one-location', exception, args);
  }
}
