import { definitionsOf, nameOf } from './pinned';
import { finding, type Rule } from './rule';

export const patternWithComma: Rule = {
  id: 'pattern-with-comma',
  severity: 'warning',
  title: 'A regex with a comma',
  rationale:
    'Patterns are separated by commas [doc], so one that itself contains a comma is ambiguous: the tenant may read it as two, and what it decides is not known.',
  source: '[doc]',
  codes: ['pattern-with-comma'],
  *check(model) {
    for (const { app, definition } of definitionsOf(model, 'regex')) {
      for (const pattern of definition.processes.items) {
        if (pattern.includes(',')) yield finding('pattern-with-comma', app, { app: nameOf(app), pattern });
      }
    }
  },
};
