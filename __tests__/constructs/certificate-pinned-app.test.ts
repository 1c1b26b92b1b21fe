import { Fn, TerraformOutput, TerraformVariable, Token } from 'cdktf';
import { CertificatePinnedApp, Platform, ProcessMatch, type CertificatePinnedAppProps } from '../../constructs';
import { resourceOf, synthesize } from './synthesize';

function appOf(props: CertificatePinnedAppProps): Readonly<Record<string, unknown>> {
  return resourceOf(
    synthesize((stack) => new CertificatePinnedApp(stack, 'App', props)),
    'certificate_pinned_app',
  );
}

it('defines an app on every platform', () => {
  expect(
    appOf({
      name: 'Chat',
      windows: { processes: ['Chat.exe', 'ChatUpdate.exe'] },
      macOs: { match: ProcessMatch.REGEX, processes: ['^Chat( Helper)?$'] },
      linux: { processes: ['chat'] },
      ios: { domains: ['chat.example'] },
      android: { match: ProcessMatch.EXACT, processes: ['com.example.chat'], domains: ['chat.example'] },
      chromeOs: { processes: ['chat'] },
    }),
  ).toEqual({
    lifecycle: { create_before_destroy: true },
    name: 'Chat',
    windows: { processes: ['Chat.exe', 'ChatUpdate.exe'] },
    mac_os: { match: 'regex', processes: ['^Chat( Helper)?$'] },
    linux: { processes: ['chat'] },
    ios: { domains: ['chat.example'] },
    android: { match: 'exact', processes: ['com.example.chat'], domains: ['chat.example'] },
    chrome_os: { processes: ['chat'] },
  });
});

it('knows its id and its platforms', () => {
  const { config } = synthesize((stack) => {
    const app = new CertificatePinnedApp(stack, 'Chat', { name: 'Chat', macOs: { processes: ['Chat'] } });
    expect(app.platforms).toEqual([Platform.MAC_OS]);
    new TerraformOutput(stack, 'id', { value: app.appId });
  });
  expect(config.output?.['id']?.value).toMatch(/^\$\{netskopesteering_certificate_pinned_app\.Chat_\w+\.id\}$/);
});

it('refers to an app that exists already', () => {
  expect(CertificatePinnedApp.fromAppId('17')).toEqual({ appId: '17' });
});

it('keeps the text of names and patterns, templates or not', () => {
  expect(
    appOf({ name: 'a ${b} %{c}', windows: { match: ProcessMatch.REGEX, processes: ['^x${1}$', '%{2}'] } }),
  ).toMatchObject({ name: 'a $${b} %%{c}', windows: { match: 'regex', processes: ['^x$${1}$', '%%{2}'] } });
});

it('takes tokens everywhere, and judges none of them', () => {
  const result = synthesize((stack) => {
    const text = new TerraformVariable(stack, 'text', { type: 'string' });
    const list = new TerraformVariable(stack, 'list', { type: 'list(string)' });
    new CertificatePinnedApp(stack, 'App', {
      name: `app ${text.stringValue}`,
      windows: { processes: [text.stringValue, 'a.exe'] },
      macOs: { match: text.stringValue as ProcessMatch, processes: list.listValue },
      ios: { domains: Fn.split(',', text.stringValue) },
      android: { processes: Token.asList(list.listValue), domains: [Fn.lower(text.stringValue)] },
    });
  });
  expect(resourceOf(result, 'certificate_pinned_app')).toMatchObject({
    name: 'app ${var.text}',
    windows: { processes: ['${var.text}', 'a.exe'] },
    mac_os: { match: '${var.text}', processes: '${var.list}' },
    ios: { domains: '${split(",", var.text)}' },
    android: { processes: '${var.list}', domains: ['${lower(var.text)}'] },
  });
});

it('takes patterns that cannot be judged, with a warning', () => {
  const result = synthesize((stack) => {
    const text = new TerraformVariable(stack, 'text', { type: 'string' });
    new CertificatePinnedApp(stack, 'App', {
      name: 'a',
      windows: { match: ProcessMatch.REGEX, processes: ['a(?=b)', '^a$', '(a)\\1', text.stringValue] },
      android: { match: ProcessMatch.EXACT, processes: ['a(?=b)'] },
    });
  });
  expect(resourceOf(result, 'certificate_pinned_app')).toMatchObject({
    windows: { match: 'regex', processes: ['a(?=b)', '^a$', '(a)\\1', '${var.text}'] },
  });
  const [said, ...more] = result.annotations.filter((one) => one.includes('Process pattern'));
  expect(said).toMatch(/^warn: Process pattern that cannot be judged\. Outside RE2, .*"a\(\?=b\)" \(.*"\(a\)\\\\1" \(/);
  expect(said).not.toContain('"^a$"');
  expect(more).toEqual([]);
});

it.each<[what: string, props: CertificatePinnedAppProps, says: string]>([
  ['no name', { name: '', windows: { processes: ['a.exe'] } }, 'stack/App: The app has no name'],
  ['no platform', { name: 'a' }, 'Give at least one of windows, macOs, linux, ios, android, chromeOs'],
  ['no process', { name: 'a', windows: { processes: [] } }, 'names neither processes nor domains'],
  ['neither process nor domain', { name: 'a', ios: {} }, 'names neither processes nor domains'],
  ['a path', { name: 'a', windows: { processes: ['C:\\Chat\\Chat.exe'] } }, 'such as "Chat.exe"'],
  ['quotes', { name: 'a', windows: { processes: ['"Chat.exe"'] } }, 'it contains quotes'],
  ['several names in one', { name: 'a', windows: { processes: ['a.exe,b.exe'] } }, 'write one element per name'],
  [
    'a broken pattern',
    { name: 'a', windows: { match: ProcessMatch.REGEX, processes: ['^([a-zA-Z0-9_\\-\\]+).exe'] } },
    'Broken process pattern',
  ],
  [
    'a lookahead that is never closed',
    { name: 'a', windows: { match: ProcessMatch.REGEX, processes: ['a(?=b'] } },
    'Broken process pattern',
  ],
  ['a domain in two spellings', { name: 'a', ios: { domains: ['ü.example', 'xn--tda.example'] } }, 'Duplicate element'],
  ['a process with what nobody sees', { name: 'a', windows: { processes: ['a\u202exe.exe'] } }, 'Not a process name'],
  ['a wildcard domain', { name: 'a', ios: { domains: ['*.chat.example'] } }, 'Not a domain'],
])('refuses %s', (_, props, says) => {
  expect(() => appOf(props)).toThrow(says);
});
