import { definitionsOf, titleOf } from './pinned';
import { quote, rule } from './rule';

export const patternWithComma = rule({
  id: 'pattern-with-comma',
  severity: 'warning',
  title: 'A regex with a comma',
  rationale:
    'Patterns are separated by commas [doc], so one that itself contains a comma is ambiguous: the tenant may read it as two, and what it decides is not known.',
  source: '[doc]',
  ofOneObject: true,
  example: {
    wrong: `resource "netskopesteering_certificate_pinned_app" "agent" {
  name    = "Acme agent"
  windows = { match = "regex", processes = ["^acme-[a-z]{2,3}\\\\.exe$"] }
}`,
    right: `resource "netskopesteering_certificate_pinned_app" "agent" {
  name    = "Acme agent"
  windows = { match = "regex", processes = ["^acme-([a-z]{2}|[a-z]{3})\\\\.exe$"] }
}`,
  },
  messages: {
    'pattern-with-comma': ({ app, pattern }: { app: string; pattern: string }) =>
      `The pattern ${quote(pattern)} of ${app} contains a comma, which separates patterns on the tenant. Write it without, such as {2}|{3} for {2,3}.`,
  },
  *check(model, say) {
    for (const { app, platform, definition } of definitionsOf(model, 'regex')) {
      for (const pattern of definition.processes.items) {
        if (!pattern.includes(',')) continue;
        const at = { attribute: [platform, 'processes'], value: pattern };
        yield say('pattern-with-comma', app, { app: titleOf(app), pattern }, at);
      }
    }
  },
});
