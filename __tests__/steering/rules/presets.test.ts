/** Guardrails on what constructs write: from the synthesized stack, by way of the one reader. */
import type { TerraformStack } from 'cdktf';
import {
  BlockNativeApp,
  NativeApps,
  Platform,
  SteeringConfiguration,
  TrafficMode,
  type NativeApp,
} from '../../../constructs';
import { modelFromStack } from '../../../steering';
import { checkModel, describeFinding } from '../../../steering/rules';
import type { Code } from '../../../steering/rules/messages';
import { synthesize } from '../../constructs/synthesize';

function check(build: (stack: TerraformStack) => void) {
  return checkModel(modelFromStack(synthesize(build).config)).findings;
}

const ours = (stack: TerraformStack) =>
  new SteeringConfiguration(stack, 'Ours', {
    name: 'Ours',
    enabled: true,
    trafficMode: TrafficMode.WEB,
    userGroups: ['Us'],
  });

const presets: [string, NativeApp][] = Object.entries(NativeApps);

/** What a preset cannot do anything about. */
const ACCEPTED: readonly Code[] = ['literal-addresses', 'helper-process/webview2', 'windows-service'];

it.each(presets)('%s, blocked in one line, is in order', (name, app) => {
  const findings = check((stack) => new BlockNativeApp(stack, app.name, { configuration: ours(stack), app }));
  const left = findings.filter(({ code }) => !ACCEPTED.includes(code));
  expect(left.map(({ code }) => code)).toEqual([]);
});

it('blames the resource that a construct wrote, and calls the app by its name', () => {
  const [finding] = check((stack) => {
    const configuration = SteeringConfiguration.adoptDefault(stack, 'Default');
    const app = NativeApps.TELEGRAM;
    new BlockNativeApp(stack, 'NoTelegram', { configuration, app, platforms: [Platform.LINUX] });
  });
  expect(finding?.subject.origin.address).toMatch(
    /^netskopesteering_certificate_pinned_app_exception\.NoTelegram_Exception_/,
  );
  expect(describeFinding(finding!)).toMatch(/^"Telegram" is blocked, but Telegram connects to addresses/);
});

it('misses the port of an app in the default configuration, of which the stack knows next to nothing', () => {
  const findings = check((stack) => {
    const configuration = SteeringConfiguration.adoptDefault(stack, 'Default');
    new BlockNativeApp(stack, 'NoViber', { configuration, app: NativeApps.VIBER, ports: [4244, 5242, 5243] });
  });
  expect(findings.map(describeFinding)).toEqual([
    '"Viber" is blocked, but it also uses port 7985, which "the default configuration" does not steer for its hosts: there the block has no effect. Add a non-standard port.',
  ]);
});

it('finds a new configuration left disabled, in the traffic mode that new tenants have', () => {
  const findings = check((stack) => {
    const configuration = new SteeringConfiguration(stack, 'Ours', { name: 'Ours', userGroups: ['Us'] });
    new BlockNativeApp(stack, 'NoSignal', { configuration, app: NativeApps.SIGNAL });
  });
  expect(findings.map(({ code }) => code)).toEqual(['block-without-effect/cloud-apps', 'disabled-configuration']);
});
