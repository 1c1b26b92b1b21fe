import { setFlagsFromString } from 'node:v8';
import { optimizeLater } from '../../../providers/plugin-sdk/wire/optimize-later';

jest.mock('node:v8', () => ({ setFlagsFromString: jest.fn() }));

const flags = () => jest.mocked(setFlagsFromString).mock.calls.flat();

beforeEach(() => {
  jest.mocked(setFlagsFromString).mockClear();
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

it('waits with optimizing, but not in a process that has much to do', () => {
  optimizeLater('11.3.244.8-node.33');
  expect(flags()).toEqual(['--interrupt-budget=1000000']);
  jest.advanceTimersByTime(2_000);
  expect(flags()).toEqual(['--interrupt-budget=1000000', '--interrupt-budget=67584']);
});

it('leaves other versions of V8 as they are', () => {
  optimizeLater('12.4.254.21-node.33');
  jest.advanceTimersByTime(10_000);
  expect(flags()).toEqual([]);
});
