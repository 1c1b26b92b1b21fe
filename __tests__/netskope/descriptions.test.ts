/** What Terraform, and so editors and the registry, are told of the provider. The marks of sources are for the pages. */
import { netskope } from '../../providers/netskope/provider';
import { ProviderClient } from '../../providers/plugin-sdk/testing/provider-client';

const texts = (value: object): string[] =>
  Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    if (typeof inner === 'string') return /^(description|summary)$/.test(name) ? [inner] : [];
    return typeof inner === 'object' && inner !== null && !ArrayBuffer.isView(inner) ? texts(inner) : [];
  });

it('has no marks in any description, and calls an assumption one in words', async () => {
  const client = await ProviderClient.start(netskope);
  try {
    const told = [
      ...texts(await client.call('GetProviderSchema', {})),
      ...texts(await client.call('GetFunctions', {})),
      ...texts(await client.call('GetResourceIdentitySchemas', {})),
    ];
    expect(told.length).toBeGreaterThan(200);
    expect(told.filter((text) => /\[(seed|doc|vendor|community|assumed)\b/.test(text))).toEqual([]);
    expect(told.filter((text) => /[a-z] (is|are)\.|\(\)|\s[.,]/.test(text))).toEqual([]);
    expect(told).toContainEqual(expect.stringContaining('unique on the tenant (assumed)'));
    expect(told).toContainEqual(expect.stringMatching(/ignore them \(reported by third parties\)\./));
  } finally {
    await client.close();
  }
});
