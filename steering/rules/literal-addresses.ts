import { entryOf } from './known-app';
import { blocks, nameOf, onePerException, pinnedOf } from './pinned';
import { finding, type Rule } from './rule';

export const literalAddresses: Rule = {
  id: 'literal-addresses',
  severity: 'warning',
  title: 'A block that an app dialling literal addresses escapes',
  rationale:
    'Rules for certificate pinned apps do not apply where the destination host name is empty [doc, release 99]. An app that connects to addresses it knows by heart, or was told by its peers, may therefore escape a Block. [assumed]',
  source: '[doc] for the rule, [assumed] for the escape; which apps dial addresses: the catalogue',
  codes: ['literal-addresses'],
  *check(model) {
    for (const { app, exception } of onePerException(pinnedOf(model).filter(blocks))) {
      const entry = entryOf(app);
      if (entry?.literalAddresses === undefined) continue;
      yield finding('literal-addresses', exception, { app: nameOf(app), entry: entry.name });
    }
  },
};
