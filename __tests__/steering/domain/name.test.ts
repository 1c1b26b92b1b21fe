/** What nobody sees in a name. */
import { complainAboutName } from '../../../steering/domain/names';
import { complainAboutProcessName, complainAboutProcessPattern } from '../../../steering/domain/processes';

it.each<[written: string, advice: string | undefined]>([
  ['Sales', undefined],
  ['Sales and more', undefined],
  ['Größe 🚫 %{x}', undefined],
  ['שלום', undefined],
  ['مرحبا Sales', undefined],
  ['می\u200cخواهم', undefined],
  ['ශ්\u200dරී ලංකා', undefined],
  ['क्\u200dष', undefined],
  ['葛\u{e0100}城', undefined],
  ['👩🏽\u200d💻 team ❤\ufe0f 1\ufe0f\u20e3', undefined],
  ['🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', undefined],
  ['\u202bשלום', 'Write "שלום".'],
  ['Sales\u202egpj.exe', 'Write "Salesgpj.exe".'],
  ['\u2067Sales\u2069', 'Write "Sales".'],
  ['Sales\u200e', 'Write "Sales".'],
  ['Sa\u200bles', 'Write "Sales".'],
  ['Sa\u00adles', 'Write "Sales".'],
  ['Sales\ufeff', 'Write "Sales".'],
  ['Sa\u200dles', 'Write "Sales".'],
  ['Sales 1\ufe0f', 'Write "Sales 1".'],
  ['می\u200c\u200cخواهم', 'Write "می\\u200cخواهم".'],
  ['Sales\u{e0041}', 'Write "Sales".'],
  ['Sales\u3164', 'Write "Sales".'],
  ['Sales\u2800', 'Write "Sales".'],
  ['Sales\ud83d', 'Write "Sales".'],
  ['\u2060', 'Write a name that can be seen.'],
  ['Sales\n', 'Write "Sales".'],
  [' Sales', 'Write "Sales".'],
  ['\u00a0Sales', 'Write "Sales".'],
  ['Sales\nand\tmore', 'Write "Sales and more".'],
  ['a\u0000b', 'Write "a b".'],
  ['\n', 'Write a name that can be seen.'],
])('%j: %s', (written, advice) => {
  const complaint = complainAboutName(written);
  expect(complaint?.summary).toBe(advice && 'Not a name');
  if (advice !== undefined) expect(complaint?.detail).toContain(advice);
  // What turns a terminal's text around stands there as its number.
  expect(complaint?.detail ?? '').not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
});

it.each([['A.exe\n'], [' A.exe'], ['A\tB.exe'], ['fdp\u202eexe.A'], ['A\u200b.exe'], ['A\u00ad.exe']])(
  'counts for processes and their patterns too: %j',
  (written) => {
    expect(complainAboutProcessName(written)?.detail).toContain('Write the bare name');
    expect(complainAboutProcessPattern(written)?.summary).toBe('Not a process pattern');
  },
);
