import { capitalized } from '../inert';
import { asksForManaged } from '../decide/actions';
import { hostName } from '../domain/hosts';
import type { Model, SteeringException } from '../model/model';
import { isIn } from './domain-lists';
import { entryOf } from './known-app';
import { belongsTo, blocks, onePerException, type Pinned, pinnedOf, titleOf, titleOfConfiguration } from './pinned';
import { quote, rule, type RawFinding, type Say } from './rule';

interface Conflict {
  readonly process: string;
  readonly app: string;
  readonly other: string;
  readonly configuration: string;
}

const MESSAGES = {
  'conflicting-exceptions/disagree': ({ process, app, other, configuration }: Conflict) =>
    `${capitalized(app)} and ${other} both name ${quote(process)} and ${configuration} treats them differently. Which of the two wins is not published. Keep one.`,
  'conflicting-exceptions/shadow': ({ process, app, other, configuration }: Conflict) =>
    `${capitalized(app)} and ${other} both name ${quote(process)} and ${configuration} treats them alike: one of the exceptions has no effect. Keep one.`,
  'conflicting-exceptions/domains': ({
    app,
    treated,
    domains,
    configuration,
  }: {
    app: string;
    treated: string;
    domains: string;
    configuration: string;
  }) =>
    `${capitalized(app)} is ${treated} in ${configuration}, where a domain exception bypasses its hosts (${domains}). Which of the two wins is not published. Take the hosts out of the domain exception.`,
} as const;

export const conflictingExceptions = rule({
  id: 'conflicting-exceptions',
  severity: 'warning',
  title: 'Exceptions that disagree or shadow each other',
  rationale:
    'The precedence between exceptions is not published. When two match one flow and disagree, the honest answer is that nobody knows; when they agree, one of them does nothing. Domain exceptions have a fixed action: bypass. [doc]',
  source: '[doc]',
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "signal" {
  name    = "Signal"
  windows = { processes = ["Signal.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "signal" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.signal.id
  custom_app_domains = ["*"]
  windows            = "block"
}
resource "netskopesteering_domain_exception" "chat" {
  configuration_id = "0"
  domains          = ["*.signal.org", "chat.example.com"]
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "signal" {
  name    = "Signal"
  windows = { processes = ["Signal.exe"] }
}
resource "netskopesteering_certificate_pinned_app_exception" "signal" {
  configuration_id   = "0"
  app_id             = netskopesteering_certificate_pinned_app.signal.id
  custom_app_domains = ["*"]
  windows            = "block"
}
resource "netskopesteering_domain_exception" "chat" {
  configuration_id = "0"
  domains          = ["chat.example.com"]
}`,
  },
  messages: MESSAGES,
  *check(model, say) {
    const pinned = pinnedOf(model);
    yield* betweenApps(pinned, say);
    const contradicted = pinned.filter((one) => treatmentOf(one) !== undefined);
    for (const one of onePerException(contradicted)) yield* withDomains(model, one, say);
  },
});

/** Yields conflicts by exact names only, because it cannot be said in general which processes two patterns share. */
function* betweenApps(all: readonly Pinned[], say: Say<typeof MESSAGES>): Iterable<RawFinding> {
  const seen = new Map<string, Pinned[]>();
  const told = new Set<string>();
  for (const pinned of all) {
    const { configuration, definition, platform, exception, app } = pinned;
    if (configuration === undefined || definition?.match.known !== true || definition.match.value !== 'exact') continue;
    for (const process of definition.processes.items) {
      const key = `${configuration.key}\n${platform}\n${process.toLowerCase()}`;
      const earlier = seen.get(key) ?? [];
      for (const other of earlier) {
        const pair = `${other.exception.key}\n${exception.key}`;
        const isAlike = doAlike(other, pinned);
        if (isAlike === undefined || !overlap(other.exception, exception) || told.has(pair)) continue;
        told.add(pair);
        const code = isAlike ? 'conflicting-exceptions/shadow' : 'conflicting-exceptions/disagree';
        const names = {
          process,
          app: titleOf(other.app),
          other: titleOf(app),
          configuration: titleOfConfiguration(configuration),
        };
        yield say(code, exception, names);
      }
      seen.set(key, [...earlier, pinned]);
    }
  }
}

/** Whether two exceptions do the same; undefined where it is not known for which managed devices they are. */
function doAlike(one: Pinned, other: Pinned): boolean | undefined {
  if (one.action !== other.action) return false;
  if (!asksForManaged(one.action)) return true;
  const [mine, others] = [one, other].map(
    ({ classifications: { items, open } }) => open === undefined && new Set(items),
  );
  if (!mine || !others) return undefined;
  return mine.size === others.size && [...mine].every((name) => others.has(name));
}

/** Returns the treatment of an app, in words, that a bypass of its hosts contradicts; undefined where there is none. */
function treatmentOf(pinned: Pinned): string | undefined {
  if (blocks(pinned)) return 'blocked';
  return pinned.action === 'steer_and_decrypt' ? 'steered and decrypted' : undefined;
}

function* withDomains(model: Model, pinned: Pinned, say: Say<typeof MESSAGES>): Iterable<RawFinding> {
  const { app, configuration, exception } = pinned;
  const treated = treatmentOf(pinned);
  if (treated === undefined) return;
  const hosts = (entryOf(app)?.hosts ?? []).map(({ value }) => value);
  if (configuration === undefined || hosts.length === 0) return;
  const domains = model.exceptions
    .filter((other) => belongsTo(other, configuration) === true && overlap(other, exception))
    .flatMap(({ data }) => (data.type === 'domains' ? data.names.items : []))
    .filter((domain) => hosts.some((host) => shareName(domain, host)));
  if (domains.length === 0) return;
  const args = {
    app: titleOf(app),
    treated,
    domains: domains.join(', '),
    configuration: titleOfConfiguration(configuration),
  };
  yield say('conflicting-exceptions/domains', exception, args);
}

/** Whether a domain of an exception, `*.x` included, and a host with its subdomains have a name in common. */
function shareName(domain: string, host: string): boolean {
  const name = hostName(domain).replace(/^\*\./, '');
  return isIn(name, host) || (domain.startsWith('*.') && isIn(host, name));
}

/** Whether two exceptions are known to hold in one place: both everywhere, both on-premises or both off-premises. */
function overlap(one: SteeringException, other: SteeringException): boolean {
  return one.location.known && other.location.known && one.location.value === other.location.value;
}
