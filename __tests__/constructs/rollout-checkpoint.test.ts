import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { provider as nullProvider } from '@cdktf/provider-null';
import { TerraformStack, type TerraformResource } from 'cdktf';
import {
  BlockNativeApp,
  CertificatePinnedApp,
  NativeApps,
  NetskopeSteeringProvider,
  Platform,
  RolloutCheckpoint,
  SteeringConfiguration,
} from '../../constructs';
import { synthesize } from './synthesize';

const fingerprint = (address: string) =>
  `\${sha1(jsonencode({ for name, value in ${address} : name => value if !contains(["found","notes","priority"], name) }))}`;

it('is replaced whenever a resource that clients fetch changes, comes or goes', () => {
  const { config } = synthesize((stack) => {
    new RolloutCheckpoint(stack, 'Rollout');
    // Added later: the checkpoint covers it all the same.
    const configuration = SteeringConfiguration.adoptDefault(stack, 'It');
    new BlockNativeApp(stack, 'WhatsApp', { configuration, app: NativeApps.WHATSAPP, platforms: [Platform.WINDOWS] });
  });
  const addresses = Object.entries(config.resource ?? {}).flatMap(([type, resources]) =>
    type === 'null_resource' ? [] : Object.keys(resources).map((name) => `${type}.${name}`),
  );
  expect(addresses).toHaveLength(4);
  expect(config.resource?.['null_resource']).toEqual({
    Rollout_5400B0F2: { triggers: Object.fromEntries(addresses.map((address) => [address, fingerprint(address)])) },
  });
});

it('covers a part of the stack if told so', () => {
  const { config } = synthesize((stack) => {
    const configuration = SteeringConfiguration.fromId(stack, 'It', '7');
    configuration.addNonStandardPort(5222, { domains: ['a.example'] });
    new RolloutCheckpoint(stack, 'Rollout', { of: configuration });
    SteeringConfiguration.adoptDefault(stack, 'Other');
  });
  const [checkpoint] = Object.values(config.resource?.['null_resource'] ?? {});
  expect(Object.keys(checkpoint?.['triggers'] ?? {})).toEqual([
    'netskopesteering_non_standard_port.It_Port5222_F87A5232',
  ]);
});

it('says how clients come to it', () => {
  const { config } = synthesize((stack) => new RolloutCheckpoint(stack, 'Rollout'));
  expect(Object.values(config.output ?? {})).toEqual([
    {
      description: 'When clients enforce this rollout',
      value:
        'Rollout ${null_resource.Rollout_5400B0F2.id}: clients fetch it at their next sync, within 60 minutes. ' +
        'To fetch it now, run "nsdiag -u" on the client; "nsdiag -f" shows its status.',
    },
  ]);
});

it('brings the null provider, unless the stack has one', () => {
  const requirement = { null: { source: 'null', version: '3.2.4' } };
  const alone = synthesize((stack) => {
    new RolloutCheckpoint(stack, 'One');
    new RolloutCheckpoint(stack, 'Two');
  });
  expect(alone.config.terraform?.['required_providers']).toMatchObject(requirement);
  const beside = synthesize((stack) => {
    new nullProvider.NullProvider(stack, 'mine');
    new RolloutCheckpoint(stack, 'Rollout');
  });
  expect(beside.config.provider).toMatchObject({ null: [{}] });
});

it('costs a stack without one nothing: the null provider is neither required nor loaded', () => {
  const { config } = synthesize((stack) => SteeringConfiguration.adoptDefault(stack, 'It'));
  expect(Object.keys(config.terraform?.['required_providers'] ?? {})).toEqual(['netskopesteering']);
  const script = `require('./constructs'); process.stdout.write(String(Object.keys(require.cache).some((path) => path.includes('provider-null'))));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--eval', script], {
    cwd: join(__dirname, '../..'),
    encoding: 'utf8',
  });
  expect({ stdout, stderr }).toEqual({ stdout: 'false', stderr: '' });
});

it('covers what the stack writes: not what was moved away, nor a stack inside the stack', () => {
  const { config } = synthesize((stack) => {
    const app = (id: string) =>
      new CertificatePinnedApp(stack, id, { name: id, windows: { processes: [`${id}.exe`] } }).node.findChild(
        'Resource',
      );
    const [from, to] = [app('Old') as TerraformResource, app('New') as TerraformResource] as const;
    to.addMoveTarget('new');
    from.moveTo('new');
    const inner = new TerraformStack(stack, 'inner');
    new NetskopeSteeringProvider(inner, 'netskope');
    SteeringConfiguration.adoptDefault(inner, 'Default');
    new RolloutCheckpoint(stack, 'Rollout');
  });
  const [checkpoint] = Object.values(config.resource?.['null_resource'] ?? {});
  expect(Object.keys(checkpoint?.['triggers'] ?? {})).toEqual([
    expect.stringMatching(/^netskopesteering_certificate_pinned_app\.New_/),
  ]);
});

it('refuses a part of another stack', () => {
  const build = () =>
    synthesize((stack) => {
      const of = SteeringConfiguration.adoptDefault(new TerraformStack(stack.node.root, 'other'), 'Default');
      new RolloutCheckpoint(stack, 'Rollout', { of });
    });
  expect(build).toThrow('stack/Rollout: "of" names other/Default, which belongs to the stack other');
});

it('can be waited for', () => {
  const { config } = synthesize((stack) => {
    const rollout = new RolloutCheckpoint(stack, 'Rollout', { of: SteeringConfiguration.fromId(stack, 'Staff', '7') });
    SteeringConfiguration.fromId(stack, 'Others', '8').bypassDomains('It', {
      domains: ['a.example'],
      dependsOn: [rollout],
    });
  });
  const [exception] = Object.values(config.resource?.['netskopesteering_domain_exception'] ?? {});
  expect(exception?.['depends_on']).toEqual(['null_resource.Rollout_5400B0F2']);
});
