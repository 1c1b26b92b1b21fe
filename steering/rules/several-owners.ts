import { objectsIn } from '../model/model';
import { quote, rule, writtenAt } from './rule';

export const severalOwners = rule({
  id: 'several-owners',
  severity: 'error',
  title: 'Several resources own one object',
  rationale:
    'Each of them writes what it says, so an apply of one undoes what another wrote, and destroying one takes the object from all. A tenant has one default configuration, `config_id` 0, whatever number of resources adopt it. [doc]',
  source: '[doc]',
  example: {
    wrong: `resource "netskopesteering_default_configuration" "network" {
  traffic_mode = "web"
}
resource "netskopesteering_default_configuration" "security" {
  bypass_exception_traffic_at = "cloud"
}`,
    right: `resource "netskopesteering_default_configuration" "default" {
  traffic_mode                = "web"
  bypass_exception_traffic_at = "cloud"
}`,
  },
  messages: {
    'several-owners': ({ owners, id }: { owners: string; id: string }) =>
      `${owners} manage the same object of the tenant (id ${quote(id)}). What one of them writes, the next apply of the other undoes. Keep one, and let the other go with a removed block (destroy = false).`,
  },
  *check(model, say) {
    for (const object of [...objectsIn(model), ...(model.networkLocations ?? [])]) {
      if (object.otherOwners === undefined) continue;
      const owners = [object.origin, ...object.otherOwners].map(writtenAt).join(' and ');
      yield say('several-owners', object, { owners, id: object.origin.id ?? object.key });
    }
  },
});
