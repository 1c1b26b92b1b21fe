/** A configuration as a user names it: by its name, its id on the tenant, its Terraform address or its construct. */
import { quote, type Model } from '../../steering';
import { Complaint, EXIT } from '../complaint';

type Configuration = Model['configurations'][number];

/** The key of the one configuration that is meant. @throws Complaint */
export function configurationKey({ configurations }: Model, meant: string): string {
  const found = configurations.filter((one) => namesOf(one).includes(meant));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only.key;
  const all = configurations.map((one) => quote(namesOf(one)[0] ?? one.key)).join(', ');
  const what = found.length === 0 ? 'There is no configuration' : `${found.length} configurations are called`;
  throw new Complaint(EXIT.usage, `${what} ${quote(meant)}. Those that are known: ${all}.`);
}

function namesOf({ name, key, origin: { id, address, construct } }: Configuration): string[] {
  const path = construct?.replace(/\/Resource$/, '');
  return [...(name.known ? [name.value] : []), key, id, address, path].filter((one) => one !== undefined);
}
