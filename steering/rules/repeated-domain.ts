import { findRepeatedHost, hostName } from '../domain/hosts';
import { PLATFORMS } from '../domain/vocabulary';
import type { Model, Names } from '../model/model';
import { quote, rule, type FindingSubject } from './rule';

export const repeatedDomain = rule({
  id: 'repeated-domain',
  severity: 'info',
  title: 'One host name in two spellings',
  rationale:
    'Host names know no case, and a name of other letters than ASCII is one with that of its A-labels, which is what clients see. [assumed] Two spellings in one list are one element: whoever removes one of them has removed nothing.',
  source: '[assumed]; RFC 4343, UTS 46',
  ofOneObject: true,
  messages: {
    'repeated-domain': ({ first, second, name }: { first: string; second: string; name: string }) =>
      `${quote(first)} and ${quote(second)} stand in one list and are one host name, ${quote(name)} to clients. Remove one of them.`,
  },
  *check(model, say) {
    for (const [subject, { items }] of listsOf(model)) {
      const found = findRepeatedHost(items);
      if (found === undefined) continue;
      const [first, second] = found;
      yield say('repeated-domain', subject, { first, second, name: hostName(first) });
    }
  },
});

/**
 * Yields every list of host names with its object. DNS exceptions are left out: equal names differ in their record
 * types.
 */
function* listsOf({ apps, exceptions, ports }: Model): Iterable<readonly [FindingSubject, Names]> {
  for (const app of apps) {
    for (const { name } of PLATFORMS) {
      const definition = app.platforms[name];
      if (definition?.known === true) yield [app, definition.value.domains];
    }
  }
  for (const exception of exceptions) {
    const { data } = exception;
    if (data.type === 'domains') yield [exception, data.names];
    else if (data.type === 'certificate_pinned_app') yield [exception, data.customAppDomains];
  }
  for (const portEntry of ports) yield [portEntry, portEntry.domains];
}
