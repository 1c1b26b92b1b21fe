/** Parts of the flows of a cell as few as can be: parts alike are one, where their regions differ in one dimension alone. */
import { bothFamilies, type FlowPart, type HostSet } from '../../steering';

type Region = FlowPart['region'];
type Dimension = Exclude<keyof Region, 'ports' | 'transport'>;

/** How what two regions have in a dimension is one; undefined: all that there is. */
const JOIN: { readonly [D in Dimension]: (a: Region[D], b: Region[D]) => Region[D] } = {
  hosts: (a, b) => a && b && bothFamilies(joinHosts([...a, ...b])),
  managed: () => undefined,
  locations: () => undefined,
  clients: (a, b) => a && b && [...a, ...b],
  belonging: (a, b) => a && b && [...a, ...b],
};
const DIMENSIONS = Object.keys(JOIN) as Dimension[];

/** @param parts all about the same ports and the same transport */
export function joinParts(parts: readonly FlowPart[]): FlowPart[] {
  const found: FlowPart[] = [];
  for (const part of parts) {
    const index = found.findIndex((other) => differingIn(other, part) !== undefined);
    const other = found[index];
    const dimension = other === undefined ? undefined : differingIn(other, part);
    if (other === undefined || dimension === undefined) found.push(part);
    else found[index] = { ...other, region: joinIn(dimension, other.region, part.region) };
  }
  return found.length < parts.length ? joinParts(found) : found;
}

/** The one dimension in which two parts of which the same becomes differ. */
function differingIn(a: FlowPart, b: FlowPart): Dimension | undefined {
  const outcome = ({ before, after, turns }: FlowPart) => JSON.stringify([before, after, turns]);
  if (outcome(a) !== outcome(b)) return undefined;
  const [one, another] = DIMENSIONS.filter((key) => JSON.stringify(a.region[key]) !== JSON.stringify(b.region[key]));
  if (one === undefined || another !== undefined) return undefined;
  return a.region[one] === undefined || b.region[one] === undefined ? undefined : one;
}

function joinIn<D extends Dimension>(dimension: D, a: Region, b: Region): Region {
  const { [dimension]: _, ...rest } = a;
  const both = JOIN[dimension](a[dimension], b[dimension]);
  return both === undefined ? rest : { ...rest, [dimension]: both };
}

/** What is left out of all names, and stands beside them, is not left out. */
function joinHosts(sets: readonly HostSet[]): HostSet[] {
  const names = sets.find((one) => one.kind === 'names');
  if (names === undefined) return [...sets];
  const whole = new Set(sets.flatMap((one) => (one.kind === 'suffix' && one.except.length === 0 ? one.text : [])));
  const except = names.except.filter((domain) => !whole.has(domain));
  const isIn = ({ kind, text }: HostSet) => kind === 'suffix' && whole.has(text) && names.except.includes(text);
  return [{ ...names, except }, ...sets.filter((one) => one !== names && !isIn(one))];
}
