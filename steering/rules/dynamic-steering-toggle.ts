import { platformTitle } from '../domain/vocabulary';
import { capitalized } from '../inert';
import { groupBy } from '../collections';
import { asksForManaged } from '../decide/actions';
import { complainAboutSide } from '../domain/configurations';
import type { Side } from '../model/flow';
import type { Configuration, Model, SteeringException } from '../model/model';
import { isOneOf } from './clients';
import { blocks, pinnedOf, titleOf, titleOfConfiguration } from './pinned';
import { listed, type RawFinding, rule, type Say } from './rule';

const MESSAGES = {
  'dynamic-steering-toggle/toggled': ({ configuration, now }: { configuration: string; now: string }) =>
    `Dynamic steering of ${configuration} is turned ${now}. A tenant copies existing exceptions to on-premises only or to off-premises only, and toggling repeatedly can lose some: look at both afterwards.`,
  'dynamic-steering-toggle/one-location': ({
    app,
    configuration,
    platforms,
    blocked,
    location,
    other,
  }: Record<'app' | 'configuration' | 'platforms' | 'blocked' | 'location' | 'other', string>) =>
    `${capitalized(app)} is ${blocked} ${location} only, on ${platforms}, though ${configuration} has dynamic steering: ${other} it runs. Write the same there too, or say why not.`,
  'dynamic-steering-toggle/misplaced': ({ problem }: { problem: string }) => problem,
} as const;

export const dynamicSteeringToggle = rule({
  id: 'dynamic-steering-toggle',
  severity: 'warning',
  title: 'Toggling dynamic steering',
  rationale:
    'Turning dynamic steering on copies the existing exceptions to on-premises only or to off-premises only, and toggling it repeatedly can lose some. [doc] With it each exception belongs to one of the two, so a block on-premises is no block off-premises.',
  source: '[doc]',
  example: {
    wrong: `resource "netskopesteering_configuration" "branches" {
  name        = "Branches"
  enabled     = true
  user_groups = ["Branches"]
  dynamic_steering = {
    enabled                   = true
    on_premises_traffic_mode  = "web"
    off_premises_traffic_mode = "web"
  }
}
resource "netskopesteering_certificate_pinned_app" "signal" {
  name    = "Signal"
  windows = { processes = ["Signal.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "signal_on" {
  configuration_id   = netskopesteering_configuration.branches.id
  location           = "on_premises"
  app_id             = netskopesteering_certificate_pinned_app.signal.id
  custom_app_domains = ["*"]
  windows            = "block"
}`,
    right: `resource "netskopesteering_configuration" "branches" {
  name        = "Branches"
  enabled     = true
  user_groups = ["Branches"]
  dynamic_steering = {
    enabled                   = true
    on_premises_traffic_mode  = "web"
    off_premises_traffic_mode = "web"
  }
}
resource "netskopesteering_certificate_pinned_app" "signal" {
  name    = "Signal"
  windows = { processes = ["Signal.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "signal_on" {
  configuration_id   = netskopesteering_configuration.branches.id
  location           = "on_premises"
  app_id             = netskopesteering_certificate_pinned_app.signal.id
  custom_app_domains = ["*"]
  windows            = "block"
}
resource "netskopesteering_certificate_pinned_app_exception" "signal_off" {
  configuration_id   = netskopesteering_configuration.branches.id
  location           = "off_premises"
  app_id             = netskopesteering_certificate_pinned_app.signal.id
  custom_app_domains = ["*"]
  windows            = "block"
}`,
  },
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

function* misplaced(
  model: Model,
  configuration: Configuration,
  dynamic: boolean,
  say: Say<typeof MESSAGES>,
): Iterable<RawFinding> {
  for (const exception of model.exceptions) {
    const { configuration: owner, location } = exception;
    if (!owner.known || owner.value !== configuration.key || !location.known) continue;
    const complaint = complainAboutSide(titleOf(configuration), dynamic, location.value ?? 'everywhere');
    if (complaint === undefined) continue;
    yield say('dynamic-steering-toggle/misplaced', exception, { problem: complaint.detail });
  }
}

/**
 * Finds apps that are blocked in one location only, while in the other one nothing is said of them: a bypass there was
 * meant. Nothing is found while it is not known where some exception of the configuration belongs: it may be the
 * missing one.
 */
function* inOneLocation(model: Model, configuration: Configuration, say: Say<typeof MESSAGES>): Iterable<RawFinding> {
  const own = model.exceptions.filter(({ configuration: owner }) => !owner.known || owner.value === configuration.key);
  const open = own.some(({ configuration: owner, location, data }) => {
    const app = data.type === 'certificate_pinned_app' ? data.app.known : data.type !== 'unknown';
    return !owner.known || !location.known || !app;
  });
  if (open) return;
  const said = new Set(own.flatMap(placesOf));
  const blocked = pinnedOf(model).filter((one) => one.configuration === configuration && blocks(one));
  for (const [exception, all] of groupBy(blocked, (one) => one.exception)) {
    const [first] = all;
    const location = exception.location.known ? exception.location.value : null;
    if (first?.app === undefined || location === null) continue;
    const elsewhere = OTHER[location];
    if (isOneOf(configuration.dynamicSteering.trafficMode[elsewhere], 'none')) continue;
    const { app } = first;
    const missing = all.filter(({ platform }) => !said.has(placeOf(app.key, platform, elsewhere)));
    if (missing.length === 0) continue;
    yield say('dynamic-steering-toggle/one-location', exception, {
      app: titleOf(app),
      configuration: titleOfConfiguration(configuration),
      platforms: listed(missing.map(({ platform }) => platformTitle(platform))),
      blocked: missing.every(({ action }) => asksForManaged(action)) ? MANAGED : 'blocked',
      location: TITLES[location],
      other: TITLES[elsewhere],
    });
  }
}

const OTHER = { on_premises: 'off_premises', off_premises: 'on_premises' } as const satisfies Record<Side, Side>;
const TITLES: Readonly<Record<Side, string>> = { on_premises: 'on-premises', off_premises: 'off-premises' };
/** What becomes of an app that is bypassed on managed devices. [doc] */
const MANAGED = 'bypassed on managed devices and blocked on all others';

/** Returns a text for each platform and location of an app of which an exception says something. */
function placesOf({ data, location }: SteeringException): string[] {
  if (data.type !== 'certificate_pinned_app' || !data.app.known || !location.known) return [];
  const { app } = data;
  return Object.keys(data.platforms).map((platform) => placeOf(app.value, platform, location.value));
}

function placeOf(app: string, platform: string, location: Side | null): string {
  return JSON.stringify([app, platform, location]);
}
