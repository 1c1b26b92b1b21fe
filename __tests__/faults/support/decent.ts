/** What holds for all that users read, whatever went wrong. */
import type { Diagnostic } from 'terraform-plugin-sdk-ts';
import { TOKEN } from './stage';

/** No secret, no inside of the program, no holes in sentences. */
export function expectDecent(diagnostics: readonly Diagnostic[]): void {
  const text = diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`).join('\n');
  for (const secret of [TOKEN, encodeURIComponent(TOKEN), Buffer.from(TOKEN).toString('base64')]) {
    expect(text).not.toContain(secret);
  }
  expect(text).not.toMatch(/bug|unexpected|undefined|\[object|NaN|\bat .*:\d+:\d+|axios/);
}
