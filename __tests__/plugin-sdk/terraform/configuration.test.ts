/** What a schema can demand of a configuration, and of its changes, with the real terraform. */
import { testTerraform, TerraformWorkspace } from 'terraform-plugin-sdk-ts/testing/terraform';
import { diskProvider } from '../support/disk-provider';

const disk = (body: string) => `resource "x_disk" "it" {\n${body}\n}\n`;
const IT = 'x_disk.it';

it('rules, custom types and plan modifiers: what is refused, what replaces, what stays', async () => {
  const { served, seen } = diskProvider();
  await testTerraform(served, [
    { config: disk(''), error: /Attribute missing .*Exactly one of image and snapshot must be set\. None is\./ },
    {
      config: disk('image = "i"\nsnapshot = "s"'),
      error: /Too many attributes .*on main\.tf line \d+.* These are: image and snapshot\./,
    },
    {
      config: disk('snapshot = "s"\nsize = 1'),
      error: /Conflicting attributes .*snapshot cannot be set together with size\./,
    },
    {
      config: disk('image = "i"\nmount {\n  path = "/"\n}\nmount {\n  host = "h"\n}'),
      error: /Where host is set, path must be set too\. At mount\[1\]\.host\./,
    },
    {
      config: disk('image = "i"\nmount {}'),
      error: /At least one of path and host must be set\. None is\. At mount\[0\]\./,
    },
    {
      config: disk('image = "i"\nsize = 5\nlabels = ["A", "Extraordinary"]\npair = ["p", { count = 0.1 }]'),
      says: /Warning: Long label .*"Extraordinary" is long\. At labels\[1\]\./,
      planned: { [IT]: { size: 5 } },
      state: { [IT]: { zone: 'z-auto', attached: null, pair: ['p', { count: 0.1 }], mount: [], timeouts: null } },
    },
    { config: disk('image = "i"\nsize = 5\nlabels = ["a", "EXTRAORDINARY"]\npair = ["p", { count = 0.1 }]'), plan: {} },
    {
      before: () => void (seen.attached = 'vm'),
      config: disk('image = "i"\nsize = 6\npair = ["p", { count = 0.1 }]'),
      plan: { [IT]: 'update' },
      planned: { [IT]: { attached: 'vm', pair: ['p', { count: 0.1 }] } },
    },
    { config: disk('image = "i"\nsize = 5'), plan: { [IT]: 'replace' } },
    {
      config: disk('image = "i"\nsize = 7\nzone = "z-1"'),
      plan: { [IT]: 'replace' },
      state: { [IT]: { zone: 'z-1' } },
    },
  ]);
});

it('a timeout ends a create at the attribute that sets it; provider_meta says who asks', async () => {
  const { served, seen } = diskProvider();
  const workspace = await TerraformWorkspace.create(served);
  try {
    const meta = 'terraform {\n  provider_meta "x" {\n    module = "m"\n  }\n}\n';
    await workspace.write(`${meta}${disk('image = "slow"\ntimeouts = {\n  create = "300ms"\n}')}`);
    const { said, exitCode } = await workspace.run('apply', '-auto-approve');
    expect(exitCode).toBe(1);
    expect(said).toMatch(/Timed out .*The create took longer than 0\.3 s, and was stopped\..* set timeouts\.create\./);
    expect(seen.metas).toEqual([{ module: 'm' }]);
  } finally {
    await workspace.remove();
  }
});
