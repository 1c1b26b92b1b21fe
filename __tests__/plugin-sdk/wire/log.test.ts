import { levelFromEnvironment, logLine } from '../../../providers/plugin-sdk/wire/log';

describe('logLine', () => {
  it('is hclog: one line, exactly six decimals, the given fields and no others', () => {
    const line = logLine(
      'info',
      'two\nlines',
      { request: 7, ok: true, none: undefined },
      new Date('2026-01-02T03:04:05.006Z'),
    );
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({
      request: 7,
      ok: true,
      '@level': 'info',
      '@message': 'two\nlines',
      '@module': 'provider',
      '@timestamp': '2026-01-02T03:04:05.006000Z',
    });
  });

  it('does not let a field stand in for what hclog reads', () => {
    expect(JSON.parse(logLine('warn', 'real', { '@message': 'forged', '@level': 'trace' }))).toMatchObject({
      '@message': 'real',
      '@level': 'warn',
    });
  });
});

describe('levelFromEnvironment', () => {
  it.each<[NodeJS.ProcessEnv, string | undefined]>([
    [{}, undefined],
    [{ TF_LOG: '' }, undefined],
    [{ TF_LOG: 'OFF' }, undefined],
    [{ TF_LOG: 'info' }, 'info'],
    [{ TF_LOG: 'DEBUG' }, 'debug'],
    [{ TF_LOG: 'json' }, 'trace'],
    [{ TF_LOG: 'nonsense' }, 'trace'],
    [{ TF_LOG: 'trace', TF_LOG_PROVIDER: 'error' }, 'error'],
    [{ TF_LOG: 'trace', TF_LOG_PROVIDER: 'off' }, undefined],
  ])('reads %j as %s', (env, level) => expect(levelFromEnvironment(env)).toBe(level));
});
