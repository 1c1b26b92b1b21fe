import { capitalized } from '../inert';
import type { Configuration, Model } from '../model/model';
import { coversClients, isAbove, isForEverybody, isInForce, isManagedIn } from './clients';
import { belongsTo, titleOfConfiguration } from './pinned';
import { listed, rule } from './rule';

export const unreachedConfiguration = rule({
  id: 'unreached-configuration',
  severity: 'warning',
  title: 'A configuration that no client gets, because one above takes all of its clients',
  rationale:
    'A client gets the first enabled configuration whose criteria it matches. [doc] A configuration without any criterion matches every client, and one of several names of a criterion is enough [assumed; documented for device tags]: so a configuration above that asks for the same names, or for more of them, leaves nothing to the one below. Disabled configurations do not count, and nothing is found where the order is not certain.',
  source: '[doc] for the order of evaluation, [assumed] for lists of names',
  example: {
    wrong: `resource "netskopesteering_configuration" "all" {
  name         = "Europe"
  enabled      = true
  traffic_mode = "web"
}
resource "netskopesteering_configuration" "sales" {
  name         = "Sales"
  enabled      = true
  traffic_mode = "web"
  user_groups  = ["Sales"]
  depends_on   = [netskopesteering_configuration.all]
}`,
    right: `resource "netskopesteering_configuration" "all" {
  name         = "Europe"
  enabled      = true
  traffic_mode = "web"
  user_groups  = ["Europe"]
}
resource "netskopesteering_configuration" "sales" {
  name         = "Sales"
  enabled      = true
  traffic_mode = "web"
  user_groups  = ["Sales"]
  depends_on   = [netskopesteering_configuration.all]
}`,
  },
  messages: {
    'unreached-configuration/everybody': ({ configuration, below }: { configuration: string; below: string }) =>
      `${capitalized(configuration)} has no criterion, so it applies to every client: ${below} can never be reached, and nothing in there holds. Give it user groups, organizational units, operating systems or device tags, or write what it says in the default configuration.`,
    'unreached-configuration/covered': ({ configuration, above }: { configuration: string; above: string }) =>
      `${capitalized(configuration)} is never reached: every client that it asks for matches ${above} too, which comes before it. Let the narrower one come first, or change the criteria.`,
  },
  *check(model, say) {
    const inForce = model.configurations.filter(isInForce);
    const found = new Set<Configuration>();
    for (const upper of inForce) {
      if (found.has(upper) || !isForEverybody(upper)) continue;
      const below = inForce.filter((other) => isAbove(upper, other) && !found.has(other) && isShown(model, other));
      if (below.length === 0) continue;
      for (const other of below) found.add(other);
      const args = { configuration: titleOfConfiguration(upper), below: listed(below.map(titleOfConfiguration)) };
      yield say('unreached-configuration/everybody', upper, args);
    }
    for (const lower of inForce) {
      if (lower.isDefault || found.has(lower)) continue;
      const upper = inForce.find((one) => isAbove(one, lower) && coversClients(one, lower));
      if (upper === undefined) continue;
      const args = { configuration: titleOfConfiguration(lower), above: titleOfConfiguration(upper) };
      yield say('unreached-configuration/covered', lower, args);
    }
  },
});

/** Whether the source says anything of a configuration. Every tenant has the default one, which says nothing by itself. */
function isShown(model: Model, configuration: Configuration): boolean {
  if (!configuration.isDefault || isManagedIn(model, configuration)) return true;
  return [...model.exceptions, ...model.ports].some((one) => belongsTo(one, configuration) === true);
}
