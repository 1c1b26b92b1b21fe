import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundle } from '../../../tools/build/bundle';
import { thirdPartyNotices } from '../../../tools/build/notices';

const ROOT = join(__dirname, '..', '..', '..');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'notices-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** The notices of one package with these files. */
function noticesOf(manifest: object, files: Record<string, string> = {}): Promise<string> {
  const all = { 'package.json': JSON.stringify({ name: 'p', version: '1.0.0', ...manifest }), ...files };
  for (const [name, content] of Object.entries(all)) {
    const path = join(root, 'node_modules/p', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return thirdPartyNotices(root, ['node_modules/p/index.js', 'ours.ts']);
}

const heading = 'Code of these packages is inside the programs of this package.\n\n---- p 1.0.0';
const granted = 'Permission is hereby granted, free of charge, to any person obtaining a copy';

describe('the notice of a package', () => {
  test('is its own licence, and its notice', async () => {
    expect(await noticesOf({ license: 'MIT' }, { LICENCE: 'A text.\n', 'NOTICE.md': 'Another.\n' })).toBe(
      `${heading} (MIT)\n\nA text.\n\nAnother.\n`,
    );
  });

  test('is the end of its readme, where that gives the text', async () => {
    const said = `License\n-------\n\nCopyright (c) 2013 Ann\n\n${granted}`;
    const text = await noticesOf({ license: 'MIT' }, { 'README.md': `p\n=\n\nA text.\n\n${said}\n` });
    expect(text).toBe(`${heading} (MIT)\n\n${said}\n`);
  });

  test.each([
    ['its author', { author: 'Ann <ann@example.com>' }, 'Ann <ann@example.com>'],
    ['an author with fields', { author: { name: 'Ann' } }, 'Ann'],
    ['no author', {}, 'the authors of p'],
  ])('is the text of the licence that it declares, for %s', async (_, manifest, holder) => {
    const text = await noticesOf({ license: 'MIT', ...manifest }, { 'Readme.md': '## License\n\nMIT\n' });
    expect(text).toContain(`${heading} (MIT)\n\nMIT License\n\nCopyright (c) ${holder}\n\n${granted}`);
  });

  test('is what its files begin with, and the text of the licence that is only named there', async () => {
    const head = '// Copyright 2026 Ann\n// Licensed under the Apache License\nmodule.exports = 1; // Copyright\n';
    const text = await noticesOf({ license: '(Apache-2.0)' }, { 'index.js': head });
    expect(text).toContain(
      `${heading} ((Apache-2.0))\n\nCopyright 2026 Ann\nLicensed under the Apache License\n\nApache`,
    );
    expect(text).toMatch(/TERMS AND CONDITIONS FOR USE[^]*END OF TERMS AND CONDITIONS\n$/);
  });

  test.each([
    [{}, 'the bundled package p has no licence text and declares no licence'],
    [{ license: 'UNLICENSED' }, 'no licence text of UNLICENSED for the authors of p.'],
    [{ license: 'MIT AND BSD-3-Clause' }, 'no licence text of BSD-3-Clause for the authors of p.'],
    [{ license: 'toString' }, 'no licence text of toString for the authors of p.'],
  ])('that cannot be found stops the build: %j', async (manifest, message) => {
    await expect(noticesOf(manifest)).rejects.toThrow(message);
  });
});

test('every package that is inside our programs has one', async () => {
  const bundles = await Promise.all([
    bundle(ROOT, 'providers/netskope/main.ts', 'provider.cjs', 'plugin'),
    bundle(ROOT, 'cli/index.ts', 'cli.cjs', 'program'),
  ]);
  const text = await thirdPartyNotices(
    ROOT,
    bundles.flatMap(({ inputs }) => inputs),
  );
  const notices = text.split(/^(?=---- )/m).slice(1);
  expect(notices.length).toBeGreaterThan(70);
  const words = /permission|redistribution|terms and conditions/i;
  expect(notices.filter((notice) => !words.test(notice)).map((notice) => notice.slice(0, 80))).toEqual([]);
  const protobuf = notices.find((notice) => notice.startsWith('---- @bufbuild/protobuf '));
  expect(protobuf).toMatch(/Copyright 2021-\d+ Buf Technologies, Inc\.[^]*END OF TERMS AND CONDITIONS/);
  expect(protobuf).toMatch(/Copyright 2008 Google Inc\.[^]*Redistribution and use in source and binary forms/);
});
