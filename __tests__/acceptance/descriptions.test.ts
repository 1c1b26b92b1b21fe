/** What Terraform, and so editors and the registry, are told of the provider. The marks of sources are for the pages. */
import { Workspace } from '../support/workspace';

const textsIn = (value: object): string[] =>
  Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    if (typeof inner === 'string') return /^(description|summary)$/.test(name) ? [inner] : [];
    return typeof inner === 'object' && inner !== null ? textsIn(inner) : [];
  });

it('no description has a mark, and an assumption is called one in words', async () => {
  const workspace = await Workspace.create(undefined);
  try {
    const told = textsIn(JSON.parse(await workspace.mustRun('providers', 'schema', '-json')) as object);
    expect(told.length).toBeGreaterThan(200);
    expect(told.filter((text) => /\[(seed|doc|vendor|community|assumed)\b/.test(text))).toEqual([]);
    expect(told.filter((text) => /[a-z] (is|are)\.|\(\)|\s[.,]/.test(text))).toEqual([]);
    expect(told).toContainEqual(expect.stringContaining('unique on the tenant (assumed)'));
    expect(told).toContainEqual(expect.stringContaining('ignore them (reported by third parties).'));
    expect(told).toContainEqual(expect.stringContaining('exact` compares the whole name without case (assumed)'));
  } finally {
    await workspace.remove();
  }
});
