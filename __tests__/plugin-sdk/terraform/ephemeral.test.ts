/** What is never stored, with the real terraform: ephemeral resources, and the attributes that take them. */
import { testTerraform } from 'terraform-plugin-sdk-ts/testing/terraform';
import { tokenProvider } from '../support/token-provider';

const configuration = (user: string, version: number) => `
ephemeral "x_token" "it" {
  user = "${user}"
}
resource "x_vault" "it" {
  name           = "v"
  secret         = ephemeral.x_token.it.secret
  secret_version = ${version}
  inner          = { pin = 7 }
}
`;

it('a token is opened, renewed and closed, and its secret reaches the vault, but no plan and no state', async () => {
  const { did, vaults, served } = tokenProvider();
  const vault = { 'x_vault.it': { secret: null, inner: { pin: null } } };
  await testTerraform(served, [
    { config: configuration('ada', 1), plan: { 'x_vault.it': 'create' }, planned: vault, state: vault },
    { config: configuration('bob', 1), plan: {} },
    { config: configuration('bob', 2), plan: { 'x_vault.it': 'update' }, state: vault },
    {
      before: () => expect(vaults.get('v')).toBe('"bob-secret" {"pin":7}'),
      importing: { address: 'x_vault.it', ignore: ['secret_version', 'inner'] },
    },
    {
      config: configuration('nobody', 2),
      error: /No such user with ephemeral\.x_token\.it.* Nobody is called nobody\./,
    },
  ]);
  const opened = did.filter((one) => one.startsWith('open'));
  expect(did.filter((one) => one.startsWith('close'))).toHaveLength(opened.length);
  expect(new Set(did)).toEqual(
    new Set(['ada', 'bob'].flatMap((user) => [`open ${user}`, `renew ${user}`, `close ${user}`])),
  );
  expect(vaults.size).toBe(0);
});
