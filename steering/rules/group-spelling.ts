import { capitalized } from '../inert';
import { groupBy } from '../collections';
import { foldCase } from '../domain/processes';
import type { Configuration } from '../model/model';
import { listed, quote, rule } from './rule';
import { titleOfConfiguration } from './pinned';

const MESSAGES = {
  'group-spelling': ({ what, spellings, configurations }: Record<'what' | 'spellings' | 'configurations', string>) =>
    `${spellings} in ${configurations} differ only in capital letters or white space, as ${what}. Either both mean one, and one spelling is enough, or one of them matches nobody. Write the name as the directory has it.`,
  'group-spelling/white-space': ({ name, what }: { name: string; what: string }) =>
    `${name}, ${what}, begins or ends with white space, which nobody sees on the screen and which a comparison may count. Remove it.`,
} as const;

export const groupSpelling = rule({
  id: 'group-spelling',
  severity: 'warning',
  title: 'Groups, units, tags or names of configurations that differ in what nobody sees',
  rationale:
    'A configuration applies to the user groups, organizational units and device tags of the names that it has. [doc] Whether case and white space count is not published; decisions take names as they are written. [assumed] Two spellings of one group are one too many in any case. The provider takes white space around the name of a configuration for nothing.',
  source: '[doc], [assumed]',
  example: {
    wrong: `resource "netskopesteering_configuration" "sales" {
  name        = "Sales"
  user_groups = ["sales"]
}
resource "netskopesteering_configuration" "sales_on_windows" {
  name        = "Sales on Windows"
  user_groups = ["Sales"]
  os_families = ["windows"]
}`,
    right: `resource "netskopesteering_configuration" "sales" {
  name        = "Sales"
  user_groups = ["Sales"]
}
resource "netskopesteering_configuration" "sales_on_windows" {
  name        = "Sales on Windows"
  user_groups = ["Sales"]
  os_families = ["windows"]
}`,
  },
  messages: MESSAGES,
  *check({ configurations }, say) {
    for (const [criterion, what] of CRITERIA) {
      const written = configurations.flatMap((configuration) =>
        configuration[criterion].items.map((name) => ({ name, configuration })),
      );
      for (const alike of groupBy(written, ({ name }) => folded(name)).values()) {
        const spellings = groupBy(alike, ({ name }) => name);
        const [odd] = [...spellings.values()].slice(-1);
        if (spellings.size > 1 && odd?.[0] !== undefined) {
          yield say('group-spelling', odd[0].configuration, {
            what: `${what}s`,
            spellings: listed([...spellings.keys()].map(quote)),
            configurations: listed(alike.map(({ configuration }) => titleOfConfiguration(configuration))),
          });
        } else if (spellings.size === 1 && alike[0] !== undefined && isPadded(alike[0].name)) {
          yield say('group-spelling/white-space', alike[0].configuration, {
            name: quote(alike[0].name),
            what: `a ${what}`,
          });
        }
      }
    }
    for (const configuration of configurations) {
      if (!hasPaddedName(configuration)) continue;
      const name = capitalized(titleOfConfiguration(configuration));
      yield say('group-spelling/white-space', configuration, { name, what: 'the name of a configuration' });
    }
  },
});

const CRITERIA = [
  ['userGroups', 'user group'],
  ['organizationUnits', 'unit of the organization'],
  ['deviceTags', 'device tag'],
] as const;

/** Returns the name as it is where nobody looks closely. */
function folded(name: string): string {
  return foldCase(name.trim().replace(/\s+/g, ' '));
}

function isPadded(name: string): boolean {
  return name !== name.trim();
}

function hasPaddedName({ isDefault, name }: Configuration): boolean {
  return !isDefault && name.known && isPadded(name.value);
}
