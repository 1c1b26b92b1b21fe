import { capitalized } from '../inert';
import { hostName } from '../domain/hosts';
import type { SteeringException } from '../model/model';
import { belongsTo, titleOfConfiguration } from './pinned';
import { rule } from './rule';

/** The number of domains in domain exceptions above which clients crashed. [doc, R135] */
const TOO_MANY = 3_000;
/** The same number for clients on Linux. [doc, R137] */
const TOO_MANY_ON_LINUX = 10_000;

export const manyDomains = rule({
  id: 'many-domains',
  severity: 'warning',
  title: 'More than 3,000 domain exceptions',
  rationale:
    'Release notes tell of clients that crashed with more than 3,000 domain exceptions (release 135), and on Linux with more than 10,000 (release 137). [doc] Whether domains or exceptions are counted there is not published: domains are counted here, each once. [assumed]',
  source: '[doc], [assumed]',
  messages: {
    'many-domains/clients': ({ configuration, count }: { configuration: string; count: string }) =>
      `${capitalized(configuration)} has ${count} domains in its domain exceptions. Clients crashed with more than 3,000 (release 135). Use wildcards, or a destination location.`,
    'many-domains/linux': ({ configuration, count }: { configuration: string; count: string }) =>
      `${capitalized(configuration)} has ${count} domains in its domain exceptions. Clients crashed with more than 3,000 (release 135), and on Linux with more than 10,000 (release 137). Use wildcards, or a destination location.`,
  },
  *check({ configurations, exceptions }, say) {
    const ofDomains = exceptions.filter(({ data }) => data.type === 'domains');
    for (const configuration of configurations) {
      const own = ofDomains.filter((exception) => belongsTo(exception, configuration) === true);
      const { on_premises, off_premises, everywhere } = countByPlace(own);
      const most = everywhere + Math.max(on_premises, off_premises);
      if (most <= TOO_MANY) continue;
      const code = most > TOO_MANY_ON_LINUX ? 'many-domains/linux' : 'many-domains/clients';
      yield say(code, configuration, { configuration: titleOfConfiguration(configuration), count: String(most) });
    }
  },
});

/** Counts the domains that the exceptions of each place name. A domain counts once in its place. */
function countByPlace(exceptions: readonly SteeringException[]) {
  const places = { on_premises: new Set<string>(), off_premises: new Set<string>(), everywhere: new Set<string>() };
  for (const { data, location } of exceptions) {
    const place = places[(location.known ? location.value : null) ?? 'everywhere'];
    if (data.type === 'domains') for (const domain of data.names.items) place.add(hostName(domain));
  }
  const { on_premises: on, off_premises: off, everywhere } = places;
  return { on_premises: on.size, off_premises: off.size, everywhere: everywhere.size };
}
