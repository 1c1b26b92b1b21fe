import { capitalized } from '../inert';
import { groupBy } from '../collections';
import { entryOf } from './known-app';
import { blocks, howBlocked, onePerException, pinnedOf, titleOf } from './pinned';
import { rule } from './rule';

export const literalAddresses = rule({
  id: 'literal-addresses',
  severity: 'warning',
  title: 'A block that an app dialling literal addresses escapes',
  rationale:
    'Rules for certificate pinned apps do not apply where the destination host name is empty [doc, release 99]. An app that connects to addresses it knows by heart, or was told by its peers, may therefore escape a Block. [assumed]',
  source: '[doc] for the rule, [assumed] for the escape; which apps dial addresses: the catalogue',
  messages: {
    'literal-addresses': ({ app, blocked, entry }: { app: string; blocked: string; entry: string }) =>
      `${capitalized(app)} is ${blocked}, but ${entry} connects to addresses that it did not look up, and rules for pinned apps do not apply without a host name. Check on a client that it is stopped, or block its addresses in the firewall too.`,
  },
  *check(model, say) {
    for (const [app, all] of groupBy(pinnedOf(model).filter(blocks), (one) => one.app)) {
      const entry = entryOf(app);
      if (entry?.literalAddresses === undefined) continue;
      const args = { app: titleOf(app), blocked: howBlocked(all), entry: entry.name };
      for (const { exception } of onePerException(all)) yield say('literal-addresses', exception, args);
    }
  },
});
