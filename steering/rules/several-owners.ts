import { objectsIn } from '../model/model';
import { finding, writtenAt, type Rule } from './rule';

export const severalOwners: Rule = {
  id: 'several-owners',
  severity: 'error',
  title: 'Several resources own one object',
  rationale:
    'Each of them writes what it says, so an apply of one undoes what another wrote, and destroying one takes the object from all. A tenant has one default configuration, `config_id` 0, whatever number of resources adopt it. [doc]',
  source: '[doc]',
  codes: ['several-owners'],
  *check(model) {
    for (const object of [...objectsIn(model), ...(model.networkLocations ?? [])]) {
      if (object.otherOwners === undefined) continue;
      const owners = [object.origin, ...object.otherOwners].map(writtenAt).join(' and ');
      yield finding('several-owners', object, { owners, id: object.origin.id ?? object.key });
    }
  },
};
