import { matchProcess, type MatchKind, type MatchVerdict } from '../../../steering/domain/processes';

it.each<[MatchKind, string, string, MatchVerdict]>([
  ['exact', 'WhatsApp.exe', 'WhatsApp.exe', 'yes'],
  ['exact', 'WhatsApp.exe', 'whatsapp.EXE', 'yes'],
  ['exact', 'WhatsApp', 'WhatsApp.exe', 'no'],
  ['exact', 'WhatsApp.*', 'WhatsApp.exe', 'no'],
  ['regex', '^WhatsApp', 'WhatsApp.Root.exe', 'yes'],
  ['regex', 'App', 'WhatsApp.exe', 'yes'],
  // The vendor's own sample misleads: the star repeats the n.
  ['regex', '^python*.exe$', 'python3.exe', 'no'],
  ['regex', '^WhatsApp', 'whatsapp.exe', 'unknown'],
  ['regex', '^whatsapp', 'Signal.exe', 'no'],
  ['regex', '(?=What)', 'WhatsApp.exe', 'unknown'],
  ['regex', '(', 'WhatsApp.exe', 'unknown'],
  ['regex', '^(?!.com\\.microsoft\\.emmx).*$', 'com.microsoft.emmx', 'unknown'],
  ['regex', 'What{,3}', 'What', 'unknown'],
])('%s %j against %j is %s', (kind, definition, process, verdict) => {
  expect(matchProcess(kind, definition, process)).toBe(verdict);
});

it('costs nothing with a pattern that stops other engines', () => {
  const begun = performance.now();
  expect(matchProcess('regex', '^(a+)+$', `${'a'.repeat(40)}!`)).toBe('no');
  expect(performance.now() - begun).toBeLessThan(1_000);
});
