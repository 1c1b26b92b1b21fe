/** What the constructs write, before the real terraform with the real provider's schema. No tenant is needed for that. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TerraformOutput } from 'cdktf';
import {
  BlockNativeApp,
  CertificatePinnedApp,
  NativeApps,
  Platform,
  PlatformAction,
  ProcessMatch,
  SteeringConfiguration,
  TrafficMode,
} from '../../constructs';
import { synthesize } from './synthesize';

const CLI_CONFIG_FILE = resolve(__dirname, '../../dist/terraformrc');

it('validates', () => {
  if (!existsSync(CLI_CONFIG_FILE)) throw new Error('dist/terraformrc is missing: run npm run build first');
  const { config } = synthesize((stack) => {
    const standard = SteeringConfiguration.adoptDefault(stack, 'Standard', { expectTrafficMode: TrafficMode.WEB });
    const sales = new SteeringConfiguration(stack, 'Sales', {
      name: 'Sales ${team}',
      enabled: true,
      trafficMode: TrafficMode.ALL,
      expectTrafficMode: TrafficMode.WEB,
      userGroups: ['sales'],
    });
    const platforms = [Platform.WINDOWS, Platform.MAC_OS];
    for (const configuration of [standard, sales]) {
      new BlockNativeApp(configuration, 'WhatsApp', { configuration, app: NativeApps.WHATSAPP, platforms });
    }
    const app = new CertificatePinnedApp(stack, 'Chat', {
      name: 'Chat',
      windows: { match: ProcessMatch.REGEX, processes: ['^chat(-beta)?\\.exe$'] },
      linux: { processes: ['chat'] },
      ios: { domains: ['chat.example'] },
      android: { processes: ['com.example.chat'], domains: ['chat.example'] },
      chromeOs: { processes: ['chat'] },
    });
    const exception = sales.addException('Chat', {
      app,
      windows: PlatformAction.BYPASS_MANAGED_DIRECT,
      linux: PlatformAction.BYPASS,
      ios: PlatformAction.BLOCK,
      android: PlatformAction.BYPASS,
      chromeOs: PlatformAction.BLOCK,
      customAppDomains: ['chat.example'],
      notes: `of \${app} ${app.appId}`,
    });
    sales.addNonStandardPort(8443);
    new TerraformOutput(stack, 'exception', { value: exception.exceptionId });
  });
  const folder = mkdtempSync(join(tmpdir(), 'validate-'));
  try {
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(config));
    const env = { ...process.env, CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: CLI_CONFIG_FILE };
    const options = { cwd: folder, env, encoding: 'utf8' } as const;
    expect(spawnSync('terraform', ['init', '-input=false', '-no-color'], options)).toMatchObject({
      status: 0,
      stderr: '',
    });
    const { stdout } = spawnSync('terraform', ['validate', '-json'], options);
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, diagnostics: [] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
