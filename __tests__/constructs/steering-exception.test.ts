import { TerraformVariable, type TerraformStack } from 'cdktf';
import {
  CertificatePinnedApp,
  PlatformAction,
  SteeringConfiguration,
  SteeringException,
  type SteeringExceptionOptions,
} from '../../constructs';
import { resourceOf, synthesize, type Synthesized } from './synthesize';

function synthesizeException(options: (stack: TerraformStack) => SteeringExceptionOptions): Synthesized {
  return synthesize((stack) => {
    new SteeringException(stack, 'It', { configuration: { configurationId: '7' }, ...options(stack) });
  });
}

const app = CertificatePinnedApp.fromAppId('17');

it('writes the app, its domains and an action per platform', () => {
  const result = synthesizeException(() => ({
    app,
    windows: PlatformAction.BLOCK,
    macOs: PlatformAction.BYPASS_MANAGED_TUNNEL,
    linux: PlatformAction.BYPASS,
    ios: PlatformAction.BLOCK,
    android: PlatformAction.BYPASS,
    chromeOs: PlatformAction.BLOCK,
    customAppDomains: ['chat.example', 'cdn.example'],
    notes: 'why',
  }));
  expect(resourceOf(result, 'certificate_pinned_app_exception')).toEqual({
    configuration_id: '7',
    notes: 'why',
    app_id: '17',
    custom_app_domains: ['chat.example', 'cdn.example'],
    windows: 'block',
    mac_os: 'bypass_managed_tunnel',
    linux: 'bypass',
    ios: 'block',
    android: 'bypass',
    chrome_os: 'block',
  });
});

it('belongs to the configuration that adds it, and follows what it depends on', () => {
  const result = synthesize((stack) => {
    const configuration = SteeringConfiguration.fromId(stack, 'Sales', '7');
    const port = configuration.addNonStandardPort(5222, { domains: ['chat.example'] });
    configuration.addException('Chat', { app, windows: PlatformAction.BLOCK, dependsOn: [port] });
  });
  expect(resourceOf(result, 'certificate_pinned_app_exception')).toMatchObject({
    configuration_id: '7',
    depends_on: [expect.stringMatching(/^netskopesteering_non_standard_port\.Sales_Port5222_/)],
  });
});

it('keeps the text of notes, and resolves tokens in them', () => {
  const result = synthesizeException((stack) => {
    const text = new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
    return { app, windows: PlatformAction.BLOCK, notes: `costs $${text} or \${x} %{if} 100%` };
  });
  expect(resourceOf(result, 'certificate_pinned_app_exception')['notes']).toBe(
    'costs ${"$"}${var.text} or ${"$"}{x} %%{if} 100%',
  );
});

it('takes tokens everywhere, and judges none of them', () => {
  const result = synthesizeException((stack) => {
    const text = new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
    const list = new TerraformVariable(stack, 'list', { type: 'list(string)' }).listValue;
    return { app: { appId: text }, linux: text as PlatformAction, customAppDomains: list, notes: text };
  });
  expect(resourceOf(result, 'certificate_pinned_app_exception')).toEqual({
    configuration_id: '7',
    notes: '${var.text}',
    app_id: '${var.text}',
    custom_app_domains: '${var.list}',
    linux: '${var.text}',
  });
});

it.each<[what: string, options: SteeringExceptionOptions, says: string]>([
  ['no platform', { app }, 'names no platform'],
  ['an advanced action on Linux', { app, linux: PlatformAction.BYPASS_DIRECT }, 'Linux knows only block and bypass'],
  [
    'a wildcard among custom app domains',
    { app, windows: PlatformAction.BYPASS, customAppDomains: ['*.chat.example'] },
    'Write "chat.example", which covers its subdomains',
  ],
  [
    'one host name in two spellings',
    { app, windows: PlatformAction.BYPASS, customAppDomains: ['bücher.example', 'xn--bcher-kva.example'] },
    'Duplicate element. "bücher.example" and "xn--bcher-kva.example" are one host name',
  ],
])('refuses %s', (_, options, says) => {
  expect(() => synthesizeException(() => options)).toThrow(says);
});

it('refuses a platform that the app does not define', () => {
  expect(() =>
    synthesizeException((stack) => ({
      app: new CertificatePinnedApp(stack, 'App', { name: 'Chat', windows: { processes: ['Chat.exe'] } }),
      macOs: PlatformAction.BLOCK,
    })),
  ).toThrow('[stack/It] The exception acts on macOS, but the app is not defined there');
});

it('advises against a bypass of every host, or of managed devices only, and not against a block', () => {
  const advice = (windows: PlatformAction) =>
    synthesizeException(() => ({ app, windows, customAppDomains: ['*'] })).annotations;
  expect(advice(PlatformAction.BYPASS_DIRECT)).toEqual([expect.stringMatching(/^warn: "17" is bypassed for "\*"/)]);
  expect(advice(PlatformAction.BLOCK)).toEqual([]);
  expect(advice(PlatformAction.BYPASS_MANAGED_DIRECT)).toEqual([
    expect.stringMatching(/^warn: .*\(guardrail managed-only-bypass\)$/),
  ]);
});
