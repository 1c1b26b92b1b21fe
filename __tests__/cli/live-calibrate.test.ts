import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { liveScene } from './support/live-scene';

const { evidence, server, live, leaks } = liveScene();

describe('calibrate', () => {
  const dialect = () => JSON.parse(readFileSync('netskope-dialect.json', 'utf8')) as object;

  it('learns a code for this tenant, keeps what the file has, and is done the second time', async () => {
    writeFileSync('netskope-dialect.json', '{"traffic_type": {"x": "all"}}');
    const args = ['--app', 'WhatsApp', '--platform', 'mac_os', '--action', 'block'];
    const first = await live('calibrate', ...args);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain('action "0" is block. It stands in netskope-dialect.json now.');
    expect(dialect()).toEqual({ traffic_type: { x: 'all' }, [server().url]: { action: { '0': 'block' } } });
    expect((await live('calibrate', ...args)).stdout).toContain('Nothing was written');
    const { stdout } = await live('observe');
    expect(stdout).toMatch(/WhatsApp \(custom\) +windows +block +Default tenant config/);
    expect(stdout).not.toContain('code "0"');
  });

  it('learns from one configuration, from a snapshot, into a file of another name', async () => {
    await live('observe', '--save', 'tenant.json');
    const where = ['--snapshot', 'tenant.json', '--dialect', 'mine.json'];
    const app = ['--app', 'WhatsApp', '--platform', 'windows', '--configuration', 'Default tenant config'];
    expect(await live('calibrate', ...where, ...app, '--action', 'block')).toMatchObject({ code: 0 });
    expect(await live('calibrate', ...where, '--mode-of', 'Sales', '--mode', 'all')).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync('mine.json', 'utf8'))).toEqual({
      [server().url]: { action: { '0': 'block' }, traffic_type: { odd: 'all' } },
    });
    expect(existsSync('netskope-dialect.json')).toBe(false);
  });

  test.each<[string, string[], number, RegExp]>([
    [
      'several codes',
      ['--app', 'WhatsApp', '--platform', 'windows', '--action', 'block'],
      1,
      /several codes for "WhatsApp" on windows: "1" in "Sales", and "0" in|"0" in "Default tenant config", and "1" in "Sales"/,
    ],
    [
      'a code that means something else',
      ['--app', 'Zoom', '--platform', 'windows', '--action', 'block'],
      1,
      /the code "1" for "Zoom" on windows, and that means bypass already/,
    ],
    [
      'an app that is not there',
      ['--app', 'whatsapp', '--platform', 'mac_os', '--action', 'block'],
      1,
      /no code for "whatsapp".*It shows some for "WhatsApp", "Zoom"/,
    ],
    [
      'a platform without a code',
      ['--app', 'Zoom', '--platform', 'ios', '--action', 'block'],
      1,
      /no code for "Zoom" on ios/,
    ],
    [
      'a mode that is not shown',
      ['--mode-of', 'Nobody', '--mode', 'all'],
      1,
      /no code for the traffic mode of "Nobody".*"Default tenant config"/,
    ],
    [
      'a platform that REST v1 never shows',
      ['--app', 'Zoom', '--platform', 'linux', '--action', 'block'],
      2,
      /Allowed choices are windows, mac_os, ios, android/,
    ],
    [
      'a word of no meaning',
      ['--app', 'Zoom', '--platform', 'windows', '--action', 'ACTION'],
      2,
      /Allowed choices are bypass, block/,
    ],
    ['half a question', ['--app', 'Zoom', '--platform', 'windows'], 2, /--app, --platform and --action together/],
    ['two questions', ['--app', 'Zoom', '--mode-of', 'Sales', '--mode', 'all'], 2, /of one thing/],
  ])('learns nothing from %s, and writes nothing', async (_name, args, code, text) => {
    const ran = await live('calibrate', ...args);
    expect([ran.code, ran.stdout]).toEqual([code, '']);
    expect(ran.stderr).toMatch(text);
    expect(readdirSync('.')).toEqual([]);
  });

  it('does not write into a file that cannot be used', async () => {
    writeFileSync('netskope-dialect.json', '{"action": {"0": "blok"}}');
    const ran = await live('calibrate', '--mode-of', 'Sales', '--mode', 'all');
    expect([ran.code, readFileSync('netskope-dialect.json', 'utf8')]).toEqual([3, '{"action": {"0": "blok"}}']);
    expect(ran.stderr).toContain('Did you mean "block"?');
  });
});

test('the token stood in nothing that was printed or written', () => {
  expect(evidence.textOf('netskope-dialect.json')).toContain('block');
  expect(leaks()).toEqual([]);
});
