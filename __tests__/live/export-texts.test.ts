/** Names of a tenant as names in code, and texts that are meant to break it. */
import { exportTenant } from '../../live/export/export-tenant';
import { OPTIONS, app, block, codeOf, hclOf, labelsIn, resources, syntaxErrors } from './support/exported-tenant';

describe('names', () => {
  const names = (...apps: readonly string[]) => {
    const all = { apps: apps.map((name, index) => app(`app-${index + 1}`, name)) };
    return labelsIn(hclOf(all, { refusalOf: () => undefined })).slice(0, apps.length);
  };

  it.each([
    ['WhatsApp', 'whatsapp'],
    ['Field tool (2024)', 'field_tool_2024'],
    ['7-Zip', 'app_7_zip'],
    ['Bücher & Größe', 'bucher_grosse'],
    ['微信', '微信'],
    ['!!!', 'app_1'],
    ['\u{10330}\u202e', 'app_1'],
    [`a${'b'.repeat(200)}`, `a${'b'.repeat(59)}`],
  ])('%s is %s', (name, expected) => expect(names(name)).toEqual([expected]));

  it('stay when something of the same name is added', () => {
    expect(names('Zoom', 'zoom!')).toEqual(['zoom', 'zoom_app']);
    expect(names('Zoom', 'zoom!', 'ZOOM?')).toEqual(['zoom', 'zoom_app', 'zoom_app_3']);
  });

  it('do not depend on the order in which the tenant lists objects', () => {
    const apps = [app('app-10', 'Zoom'), app('app-9', 'zoom')];
    expect(hclOf({ apps: [...apps].reverse() })).toBe(hclOf({ apps }));
    expect(hclOf({ apps })).toMatch(/"zoom" \{\n {2}name {4}= "zoom"/);
  });

  it('are no words that mean something in TypeScript, nor those of what the file declares', () => {
    const apps = ['class', 'app', 'stack', 'await', 'l1'].map((name, index) => app(`app-${index}`, name));
    const code = codeOf({ apps, exceptions: { '0': apps.map(({ id }, index) => block(`exc-${index}`, id)) } });
    expect([...code.matchAll(/^const (\w+) = new CertificatePinnedApp/gm)].map(([, name]) => name)).toEqual([
      'classApp',
      'appApp',
      'stackApp',
      'awaitApp',
      'l1App',
    ]);
    expect(syntaxErrors(code)).toEqual([]);
  });
});

describe('texts that are meant to break code', () => {
  const TEXT =
    'a" ${file("x")} %{ if true } $${y} \\n \\u{41} `z` */ // # \' \u202e\u2028\u0000 </script> \u{1f600}\u{e0041}\r\nend';

  it('arrive in TypeScript as they are', () => {
    const code = codeOf({ apps: [app('app-5', 'A')], exceptions: { '0': [block('exc-5', 'app-5', { notes: TEXT })] } });
    expect(syntaxErrors(code)).toEqual([]);
    const [literal] = /(?<=notes: )'.*'/.exec(code)!;
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    expect(new Function(`return ${literal}`)()).toBe(TEXT);
  });

  it('leave no comment', () => {
    const objects = { apps: [app('app-5', TEXT)], exceptions: { '0': [block('exc-5', 'app-5', { notes: TEXT })] } };
    expect(syntaxErrors(codeOf(objects))).toEqual([]);
    const lines = hclOf(objects, { source: TEXT, refusalOf: () => TEXT }).split('\n');
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
    const code = exportTenant(resources(objects), { ...OPTIONS, format: 'cdktf', source: TEXT, refusalOf: () => TEXT });
    expect(syntaxErrors(code.files['main.ts']!)).toEqual([]);
    expect(code.files['main.ts']).not.toContain('\u2028');
  });
});
