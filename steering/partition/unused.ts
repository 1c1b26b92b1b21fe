/** The first of numbered names, from 1 on, that is not used. */
export function firstUnused(nameOf: (number: number) => string, isUsed: (name: string) => boolean): string {
  for (let number = 1; ; number++) {
    const name = nameOf(number);
    if (!isUsed(name)) return name;
  }
}
