/** What is said of patterns beside what PCRE itself says of them: the one that the system's grep has. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { readPcre } from '../../steering/domain/pcre';
import { compileProcessPattern } from '../../steering/domain/processes';

const RUNS = 1_500;
const NAMES = [
  '',
  'a',
  'b',
  'ab',
  'aab',
  'z',
  'A',
  'WhatsApp.exe',
  'a-z',
  '[a]',
  '^',
  '1',
  'a1',
  '(a)',
  'a{2}',
  '\\',
  ' ',
];

/** Each beginning and end, and whatever stands between. */
const part = fc.constantFrom(
  ...'a b z 1 - - [ [ [^ ] ] ( ( ) ) | * + ? { } , . $ ^ = ! : < > # é \\ \\\\ \\] \\- \\. \\d \\w \\b \\A \\z'.split(
    ' ',
  ),
  ...'\\K \\R \\h \\v \\Q \\E \\1 \\12 \\07 \\x41 \\x{41} \\x \\p{L} \\pL \\N \\ca \\k<n> \\g{1} [:alpha:] [.a.] :]'.split(
    ' ',
  ),
  ...'(?: (?= (?! (?<= (?<n> (?P<n> (?> (?| (?i) (?i: (?# (?1) (?R) (?(1) (?(?= (?x) (*F) (*UTF) (*'.split(' '),
  ...'{2} {2,3} {3,2} {,3}'.split(' '),
);
const member = fc.constantFrom(
  ...'a z A 0 - - ^ ] [ & . : é \\d \\w \\] \\- \\\\ \\x41 \\x{41} \\pL \\b \\1 [:alpha:] \\Q \\E'.split(' '),
);
const joined = (parts: readonly string[]) => parts.join('');
const pattern = fc.oneof(
  fc.array(part, { minLength: 1, maxLength: 8 }).map(joined),
  fc.array(member, { minLength: 1, maxLength: 6 }).map((members) => `[${joined(members)}]`),
);

/** Undefined where PCRE does not compile the pattern. */
function namesFound(source: string, locale: string): string[] | undefined {
  const { status, stdout, stderr } = spawnSync('grep', ['-P', '-e', source], {
    input: NAMES.join('\n') + '\n',
    env: { ...process.env, LC_ALL: locale },
    encoding: 'utf8',
  });
  if (status === null || (status === 2 && !stderr.startsWith('grep: '))) throw new Error(`grep did not run: ${stderr}`);
  return status === 2 ? undefined : stdout.split('\n').slice(0, -1);
}

it('PCRE compiles nothing that is called broken, and matches alike what is judged', () => {
  const seen = { broken: 0, judged: 0, unjudged: 0 };
  fc.assert(
    fc.property(pattern, (source) => {
      const compiled = compileProcessPattern(source);
      if (readPcre(source).broken !== undefined) {
        seen.broken++;
        for (const locale of ['C', 'C.UTF-8']) expect(namesFound(source, locale)).toBeUndefined();
      } else if (compiled.ok) {
        seen.judged++;
        expect(namesFound(source, 'C.UTF-8')).toEqual(NAMES.filter((name) => compiled.pattern.matcher(name).find()));
      } else seen.unjudged++;
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(RUNS / 20);
});
