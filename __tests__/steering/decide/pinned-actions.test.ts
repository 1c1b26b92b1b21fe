/** Apps that are steered and decrypted, and bypasses of managed devices of some classifications: what becomes of a flow, and why. */
import {
  decide,
  narrate,
  type AssumptionId,
  type Fate,
  type Flow,
  type Model,
  type PinnedAction,
  type PinnedAppData,
} from '../../../steering';
import { modelOf, type ExceptionDeclaration, type Stack } from '../rules/stack';

const FLOW: Flow = { platform: 'windows', process: 'Drive.exe', host: 'api.drive.example', port: 443, managed: true };

function stackOf(exceptions: Record<string, ExceptionDeclaration>, app: Stack['apps'][string] = {}): Stack {
  const processes = { windows: ['Drive.exe'], mac_os: ['Drive.exe'], linux: ['Drive.exe'] };
  return {
    configurations: { default: { isDefault: true, mode: 'web' } },
    apps: { drive: { ...processes, ...app } },
    exceptions,
    ports: [],
  };
}

const drive = (action: PinnedAction, more: Partial<ExceptionDeclaration> = {}): ExceptionDeclaration => ({
  in: 'default',
  app: 'drive',
  windows: action,
  ...more,
});
const steered = (more: Partial<ExceptionDeclaration> = {}) => drive('steer_and_decrypt', more);
const domains = (...list: string[]): ExceptionDeclaration => ({ in: 'default', domains: list });

const possible = (model: Model, flow: Partial<Flow> = {}): readonly Fate[] =>
  decide(model, { ...FLOW, ...flow }).possible;
const linesOf = (model: Model, flow: Partial<Flow> = {}): string[] => {
  const whole = { ...FLOW, ...flow };
  return narrate(decide(model, whole), whole).map(({ text }) => text);
};

describe('an app that is steered and decrypted', () => {
  const tunnel: Fate = 'bypass_tunnel';
  it.each<[what: string, exceptions: Record<string, ExceptionDeclaration>, possible: readonly Fate[]]>([
    ['alone is steered', { one: steered() }, ['steer']],
    ['beside a block of it', { one: steered(), other: drive('block') }, ['block', 'steer']],
    ['beside a bypass of it', { one: steered(), other: drive('bypass_tunnel') }, [tunnel, 'steer']],
    [
      'beside a bypass of it for hosts that are not this one',
      { one: steered(), other: drive('bypass_tunnel', { domains: ['other.example'] }) },
      ['steer'],
    ],
    [
      'beside a domain exception for the host',
      { one: steered(), other: domains('*.drive.example') },
      ['bypass_direct', 'steer'],
    ],
    ['beside a domain exception for another host', { one: steered(), other: domains('drive.test') }, ['steer']],
    [
      'for domains that are not this one, beside a block',
      { one: steered({ domains: ['other.example'] }), other: drive('block') },
      ['block', 'steer'],
    ],
    ['twice', { one: steered(), other: steered({ domains: [] }) }, ['steer']],
  ])('%s', (_, exceptions, expected) => {
    expect(possible(modelOf(stackOf(exceptions)))).toEqual(expected);
  });

  it('is steered, or bypassed, where a predefined app of the same process is bypassed', () => {
    const stack = stackOf({ ours: steered(), theirs: drive('bypass_direct', { app: 'predefined', domains: [] }) });
    stack.apps['predefined'] = { windows: ['Drive.exe'], predefined: true };
    expect(possible(modelOf(stack))).toEqual(['bypass_direct', 'steer']);
  });

  it.each<[host: string, step: RegExp]>([
    ['', /^No exception matches \(those for certificate pinned apps need a host name/],
    ['203.0.113.7', /^No exception matches .*\[literal-address-has-no-host-name\]$/],
  ])('is steered by no rule where its host is "%s"', (host, step) => {
    const model = modelOf(stackOf({ one: steered() }));
    expect(possible(model, { host })).toEqual(['steer']);
    expect(linesOf(model, { host })).toContainEqual(expect.stringMatching(step));
  });

  it.each<[what: string, domains: string[], open: AssumptionId[], step: RegExp]>([
    ['for every host', ['*'], [], /matches by the process "Drive.exe": steer\.$/],
    ['for this host', ['drive.example'], [], /matches by the process "Drive.exe": steer\.$/],
    [
      'for other hosts',
      ['other.example'],
      ['domains-of-steer-and-decrypt'],
      /may match by the process "Drive.exe": steer\. \[domains-of-steer-and-decrypt\]$/,
    ],
    [
      'for a wildcard',
      ['*.drive.example'],
      ['wildcard-in-custom-app-domains', 'domains-of-steer-and-decrypt'],
      /may match by the process "Drive.exe": steer\. \[wildcard-in-custom-app-domains, domains-of-steer-and-decrypt\]$/,
    ],
    [
      'without domains',
      [],
      ['no-custom-app-domains', 'domains-of-steer-and-decrypt'],
      /may match by the process "Drive.exe": steer\. \[no-custom-app-domains, domains-of-steer-and-decrypt\]$/,
    ],
  ])('names what is not published of its domains: %s', (_, list, open, step) => {
    const model = modelOf(stackOf({ one: steered({ domains: list }) }));
    const { outcome, assumptions } = decide(model, FLOW);
    expect({ outcome, assumptions }).toEqual({
      outcome: 'steer',
      assumptions: ['only-what-the-source-names', 'client-is-not-dormant', ...open],
    });
    const lines = linesOf(model);
    expect(lines).toContainEqual(expect.stringMatching(step));
    // No sentence says that nothing matches, nor that it may only be steered.
    expect(lines.filter((line) => /^No exception/.test(line))).toEqual([]);
    expect(lines.filter((line) => line === 'Whether an exception matches or not, it is steered.')).toHaveLength(
      open.length > 0 ? 1 : 0,
    );
  });

  it('contradicts others in a sentence, and agrees with itself', () => {
    const conflict = 'These exceptions disagree, and which of them wins is not known. [order-of-exceptions]';
    const told = (exceptions: Record<string, ExceptionDeclaration>) =>
      linesOf(modelOf(stackOf(exceptions))).includes(conflict);
    expect(told({ one: steered(), other: drive('bypass_tunnel') })).toBe(true);
    expect(told({ one: steered(), other: drive('block') })).toBe(true);
    expect(told({ one: steered(), other: steered() })).toBe(false);
    expect(told({ one: steered({ domains: [] }), other: steered({ domains: [] }) })).toBe(false);
  });
});

describe('a bypass of managed devices of some classifications', () => {
  const model = (classifications: string[], action: PinnedAction = 'bypass_managed_direct', more: object = {}) =>
    modelOf(stackOf({ one: drive(action, { classifications, mac_os: action, ...more }) }));

  it.each<[what: string, model: Model, flow: Partial<Flow>, possible: readonly Fate[], isOpen: boolean]>([
    ['a managed device', model(['Corporate']), {}, ['block', 'bypass_direct'], true],
    [
      'a managed device, tunnelled',
      model(['Corporate'], 'bypass_managed_tunnel'),
      {},
      ['block', 'bypass_tunnel'],
      true,
    ],
    ['a managed device on macOS', model(['Corporate']), { platform: 'mac_os' }, ['block', 'bypass_direct'], true],
    ['an unmanaged device', model(['Corporate']), { managed: false }, ['block'], false],
    ['a managed device where none is named', model([]), {}, ['bypass_direct'], false],
    ['an unmanaged device where none is named', model([]), { managed: false }, ['block'], false],
    [
      'whatever its domains',
      model(['Corporate'], undefined, { domains: ['other.example'] }),
      {},
      ['block', 'bypass_direct'],
      true,
    ],
    ['a managed device, by a block', model(['Corporate'], 'block'), {}, ['block'], false],
    ['a managed device, by a bypass of all', model(['Corporate'], 'bypass_direct'), {}, ['bypass_direct'], false],
    ['a managed device, steered and decrypted', model(['Corporate'], 'steer_and_decrypt'), {}, ['steer'], false],
  ])('%s', (_, stack, flow, expected, isOpen) => {
    const { possible: found, assumptions } = decide(stack, { ...FLOW, ...flow });
    expect(found).toEqual(expected);
    expect(assumptions.includes('device-classifications')).toBe(isOpen);
  });

  it('leaves open both questions where the flow does not say whether the device is managed', () => {
    const { managed: _, ...unsaid } = FLOW;
    const lines = narrate(decide(model(['Corporate']), unsaid), unsaid).map(({ text }) => text);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /matches by the process "Drive.exe": block or bypass \(direct\)\. .*\[.*device-classifications.*\]$/,
      ),
    );
    expect(lines).toContain('because the flow does not say whether the device is managed');
    expect(lines).toContainEqual(expect.stringMatching(/^device-classifications \[doc\]: /));
  });

  it('is not known on a managed device where it is not known which are named, and says why', () => {
    const named = model(['Corporate']);
    const [exception] = named.exceptions;
    const data = exception!.data as PinnedAppData;
    const open: Model = {
      ...named,
      exceptions: [
        { ...exception!, data: { ...data, deviceClassifications: { windows: { items: [], open: 'nobody knows' } } } },
      ],
    };
    expect(possible(open)).toEqual(['block', 'bypass_direct']);
    expect(possible(open, { managed: false })).toEqual(['block']);
    expect(linesOf(open)).toContain('because nobody knows');
    // What holds of Windows is not said of macOS.
    expect(possible(open, { platform: 'mac_os' })).toEqual(['bypass_direct']);
  });
});

test('an app that is steered and decrypted needs no assumption of its own where nothing is open', () => {
  const model: Model = { ...modelOf(stackOf({ one: steered() })), covers: 'tenant' };
  expect(decide(model, FLOW).assumptions).toEqual(['client-is-not-dormant']);
});
