/** The texts of licences that packages declare without bringing them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../cli/package-root';

interface Licence {
  /** Words that every copy of its text has. */
  readonly words: string;
  readonly text: (holder: string) => string;
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;

const LICENCES: Readonly<Record<string, Licence>> = {
  MIT: {
    words: 'Permission is hereby granted',
    text: (holder) => `MIT License\n\nCopyright (c) ${holder}\n\n${MIT}`,
  },
  'Apache-2.0': { words: 'TERMS AND CONDITIONS FOR USE', text: apache },
  // Its text names the holder in three places, so it has to come from the package itself.
  'BSD-3-Clause': { words: 'Redistribution and use in source and binary forms', text: () => '' },
};

/**
 * The text of a licence by its SPDX identifier; an empty one where `given` has it already.
 *
 * @param holder who has the copyright.
 * @throws when the text is not known.
 */
export function standardText(identifier: string, holder: string, given: string): string {
  const licence = Object.hasOwn(LICENCES, identifier) ? LICENCES[identifier] : undefined;
  if (licence && given.includes(licence.words)) return '';
  const text = licence?.text(holder) ?? '';
  if (text !== '') return text;
  throw new Error(`no licence text of ${identifier} for ${holder}. Add it to tools/build/standard-licences.ts`);
}

/** Ours is the same, without the notice at its end. */
function apache(): string {
  const [terms = ''] = readFileSync(join(PACKAGE_ROOT, 'LICENSE'), 'utf8').split(/^ *APPENDIX/m);
  return terms.trim();
}
