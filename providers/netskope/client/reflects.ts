/**
 * Whether an object, as the tenant shows it, is what was written: every written field is there with its value. Lists
 * are compared without their order, which the vendor does not keep [vendor]; fields that only the tenant writes are not looked at.
 */
export function reflects(written: unknown, shown: unknown): boolean {
  if (Array.isArray(written)) {
    if (!Array.isArray(shown) || shown.length !== written.length) return false;
    const spelled = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).sort();
    const others = spelled(shown);
    return spelled(written).every((item, index) => item === others[index]);
  }
  if (typeof written === 'object' && written !== null) {
    if (typeof shown !== 'object' || shown === null) return false;
    const fields = shown as Readonly<Record<string, unknown>>;
    return Object.entries(written).every(([name, value]) => value === undefined || reflects(value, fields[name]));
  }
  return written === shown;
}
