import { Stage } from './support/drive';

const run = async (name: string, ...args: (string | null)[]) => (await Stage.start()).driver.callFunction(name, args);

it('parse_ports gives numbers, and says what is wrong at its argument', async () => {
  expect(await run('parse_ports', '443, 8000-8002')).toEqual([443, 8000, 8001, 8002]);
  await expect(run('parse_ports', '443,x')).rejects.toMatchObject({
    argument: 0,
    message: expect.stringContaining('"x" is no port') as string,
  });
});

it('process_matches answers yes, no and null for what is not published', async () => {
  expect(await run('process_matches', 'exact', 'WhatsApp.exe', 'whatsapp.exe')).toBe(true);
  expect(await run('process_matches', 'regex', '^WhatsApp', 'Signal.exe')).toBe(false);
  expect(await run('process_matches', 'regex', '^WhatsApp', 'whatsapp.exe')).toBeNull();
  expect(await run('process_matches', 'regex', '^Sig(nal){1,2}\\.exe$', 'Signal.exe')).toBeNull();
  expect(await run('process_matches', 'exact', 'Vib,er', 'Viber')).toBe(false);
});

it.each(['^(?!.com\\.microsoft\\.emmx).*$', '(a)\\1', 'a++', '\\Ka', 'a{,3}', '(?=x),y'])(
  'process_matches is null for %s, which no engine here can judge',
  async (pattern) => {
    expect(await run('process_matches', 'regex', pattern, 'com.microsoft.emmx')).toBeNull();
  },
);

it.each<[string, string, number, RegExp]>([
  ['search', 'WhatsApp', 0, /neither "exact" nor "regex"/],
  ['regex', '(', 1, /Broken process pattern/],
  ['regex', '(?=x', 1, /Broken process pattern/],
])('process_matches refuses %j with %j at the argument', async (match, definition, argument, message) => {
  await expect(run('process_matches', match, definition, 'a.exe')).rejects.toMatchObject({
    argument,
    message: expect.stringMatching(message) as string,
  });
});
