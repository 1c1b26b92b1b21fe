/** The provider in the SDK's README, as it stands there: it compiles without a complaint, and works. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import * as sdk from '../../providers/plugin-sdk';
import { ProviderDriver } from '../../providers/plugin-sdk/testing';
import { compile, complaintsAbout } from '../support/type-check';

const ROOT = resolve(__dirname, '../..');
const [, code = ''] = /```ts\n(.*?)```/s.exec(readFileSync(join(ROOT, 'providers/plugin-sdk/README.md'), 'utf8')) ?? [];

it('compiles, and goes through its life', async () => {
  const file = join(ROOT, 'providers/example/provider.ts');
  expect(complaintsAbout(compile([], { [file]: code }), [file])).toEqual([]);
  const driver = await ProviderDriver.start(run(code));
  try {
    const made = await driver.apply('example_note', { folder: 'a', text: 'hello' });
    expect(made?.state).toEqual({ id: 'a/0', folder: 'a', text: 'hello' });
    expect((await driver.plan('example_note', { folder: 'A', text: 'hello' }, made)).action).toBe('no-op');
    expect(await driver.readData('example_folder', { name: 'a' })).toEqual({ name: 'a', ids: ['a/0'] });
    expect(await driver.callFunction('note_id', ['a', 0])).toBe('a/0');
    await expect(driver.callFunction('note_id', ['a', -1])).rejects.toMatchObject({ argument: 1 });
    const changed = await driver.apply('example_note', { folder: 'a' }, made);
    expect(changed?.state).toEqual({ id: 'a/0', folder: 'a', text: '' });
    expect((await driver.importResource('example_note', 'a/0'))?.state).toEqual(changed?.state);
    expect((await driver.plan('example_note', { folder: 'b' }, changed)).action).toBe('replace');
    expect(await driver.apply('example_note', null, changed)).toBeNull();
    expect(await driver.read('example_note', made!)).toBeNull();
  } finally {
    await driver.close();
  }
});

function run(text: string): sdk.Provider {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(text, { compilerOptions });
  const exports: { example?: sdk.Provider } = {};
  const load = compileFunction(outputText, ['require', 'exports']) as (
    require: () => typeof sdk,
    exports: object,
  ) => void;
  load(() => sdk, exports);
  if (exports.example === undefined) throw new Error('the README exports no example');
  return exports.example;
}
