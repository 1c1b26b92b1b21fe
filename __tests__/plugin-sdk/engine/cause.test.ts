import { reasonOf, traceOf } from '../../../providers/plugin-sdk/engine/operation';

it('shows the user one line, and the log the stack with that of the exception behind it', () => {
  const inner = new TypeError('inner');
  const outer = new Error('outer', { cause: inner });
  expect(reasonOf(outer)).toBe('Error: outer');
  expect(traceOf(outer)).toBe(`${outer.stack}\ncaused by ${inner.stack}`);
  expect(traceOf(inner)).toBe(inner.stack);
  expect(traceOf(new Error('outer', { cause: 'text' }))).not.toContain('caused by');
  expect(traceOf('text')).toBe('text');
});
