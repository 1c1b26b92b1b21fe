/** The white space that nobody sees in a name. */
import { complainAboutName } from '../../steering/name';
import { complainAboutProcessName, complainAboutProcessPattern } from '../../steering/process-name';

it.each<[written: string, advice: string | undefined]>([
  ['Sales', undefined],
  ['Sales and more', undefined],
  ['Größe 🚫 %{x}', undefined],
  ['\u202bשלום', undefined],
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
});

it.each([['A.exe\n'], [' A.exe'], ['A\tB.exe']])('counts for processes and their patterns too: %j', (written) => {
  expect(complainAboutProcessName(written)?.detail).toContain('Write the bare name');
  expect(complainAboutProcessPattern(written)?.summary).toBe('Not a process pattern');
});
