import { Fn, type TerraformStack } from 'cdktf';
import {
  BlockNativeApp,
  CertificatePinnedApp,
  NativeApps,
  Platform,
  PlatformAction,
  ProcessMatch,
  SteeringConfiguration,
  TrafficInvariant,
  TrafficMode,
  type TrafficInvariantProps,
} from '../../constructs';
import { StackSteering } from '../../constructs/plumbing/stack-steering';
import { synthesize } from './synthesize';

const TEAMS = ['ms-teams.exe', 'Teams.exe'];

/** WhatsApp blocked, and whatever else; what synth says of the invariant. */
function failure(props: TrafficInvariantProps, also: (stack: TerraformStack) => void = () => undefined): string {
  try {
    synthesize((stack) => {
      const expectTrafficMode = TrafficMode.WEB;
      const configuration = SteeringConfiguration.adoptDefault(stack, 'Default', { expectTrafficMode });
      new BlockNativeApp(stack, 'WhatsApp', { configuration, app: NativeApps.WHATSAPP, platforms: [Platform.WINDOWS] });
      also(stack);
      new TrafficInvariant(stack, 'It', props);
    });
    return '';
  } catch (cause) {
    return (cause as Error).message;
  }
}

function pattern(text: string, action: PlatformAction): (stack: TerraformStack) => void {
  return (stack) => {
    const windows = { match: ProcessMatch.REGEX, processes: [text] };
    const app = new CertificatePinnedApp(stack, 'Pattern', { name: 'Pattern', windows });
    SteeringConfiguration.fromId(stack, 'Again', '0').addException('Pattern', { app, windows: action });
  };
}

it.each<[what: string, props: TrafficInvariantProps]>([
  ['of processes that nothing touches', { never: 'block', processes: TEAMS }],
  ['of a platform that nothing touches', { never: 'block', platforms: ['mac_os'] }],
  ['of every flow', { never: 'bypass' }],
])('holds %s', (_, props) => {
  expect(failure(props)).toBe('');
});

it('stops the synth with a flow on which it does not hold, however it comes about', () => {
  const message = failure({ never: 'block', processes: TEAMS }, pattern('^.*teams\\.exe$', PlatformAction.BLOCK));
  expect(message).toMatch(
    /\[stack\/It\] Demanded: no flow is ever blocked\. This one (is|may be):\n {4}"(ms-)?teams\.exe"/,
  );
  expect(message).toContain('by the pattern "^.*teams\\\\.exe$"');
  expect(message).toContain('Premise: the traffic mode is web or all');
});

it('sees what is blocked on some platform, for a process that is named in another case', () => {
  expect(failure({ never: 'block', processes: ['WHATSAPP.EXE'] })).toContain('(stack/WhatsApp/Exception) matches');
  expect(failure({ never: 'block', processes: ['WHATSAPP.EXE'], platforms: [Platform.LINUX] })).toBe('');
});

it('does not hold either where nobody can say', () => {
  // Whether a bypass without custom app domains works is not known.
  const message = failure({ never: 'bypass' }, pattern('^x$', PlatformAction.BYPASS));
  expect(message).toContain('[stack/It] Demanded: no flow is ever bypassed. This one may be:');
  expect(message).toContain('no-custom-app-domains [doc]');
});

it('says it of services alone, or of other processes alone, where it is asked to', () => {
  const blocked = (stack: TerraformStack) => {
    const configuration = SteeringConfiguration.fromId(stack, 'Again', '0');
    new BlockNativeApp(stack, 'Remote', { configuration, app: NativeApps.ANYDESK, platforms: [Platform.WINDOWS] });
  };
  const message = failure({ never: 'bypass' }, blocked);
  expect(message).toContain('Demanded: no flow is ever bypassed. This one may be:\n    "AnyDesk.exe" on Windows');
  expect(message).toContain('to the invariant, "service": whether the process runs as a Windows service');
  expect(failure({ never: 'bypass', service: false }, blocked)).toBe('');
  expect(failure({ never: 'bypass', service: true })).toContain(
    'no flow is ever bypassed. This one is:\n    "WhatsApp',
  );
});

it('of a change is only written at synth: a plan tells what is new', () => {
  synthesize((stack) => {
    const props = { never: 'bypass', newly: true } as const;
    pattern('^x$', PlatformAction.BYPASS)(stack);
    new TrafficInvariant(stack, 'Nothing is newly bypassed', props);
    new TrafficInvariant(stack, 'All', { never: 'block', newly: false, processes: TEAMS, platforms: [Platform.LINUX] });
    new TrafficInvariant(stack, 'Services', { ...props, service: true });
    expect(StackSteering.of(stack).invariants).toEqual([
      { name: 'Nothing is newly bypassed', construct: 'stack/Nothing is newly bypassed', ...props },
      { name: 'All', construct: 'stack/All', never: 'block', processes: TEAMS, platforms: ['linux'] },
      { name: 'Services', construct: 'stack/Services', ...props, service: true },
    ]);
  });
});

it.each<[what: string, props: object, complaint: string]>([
  ['an outcome that is none', { never: 'unknown' }, 'never is "unknown", which is not one of "block", "bypass"'],
  ['no processes', { processes: [] }, 'A list is empty, so the invariant would be about nothing.'],
  ['no platforms', { platforms: [] }, 'A list is empty, so the invariant would be about nothing.'],
  ['a path', { processes: ['ms-teams.exe', 'C:\\slack\\slack.exe'] }, '"C:\\\\slack\\\\slack.exe" is not the name of'],
  ['a pattern', { processes: ['slack*'] }, '"slack*" is not the name of a process: it is a wildcard or a pattern'],
  ['quotes', { processes: ['"slack.exe"'] }, '"\\"slack.exe\\"" is not the name of a process'],
  [
    'a name that none of its platforms can have',
    { processes: ['com.whatsapp:remote'], platforms: ['windows'] },
    '"com.whatsapp:remote" is not the name of a process: it has a character that no file name of Windows has',
  ],
  ['a nameless process', { processes: ['a', ''] }, 'The process has no name.'],
  [
    'a platform that is none',
    { platforms: ['win32'] },
    'platforms[0] is "win32", which is not one of "android", "chrome_os", "ios", "linux", "mac_os", "windows".',
  ],
  ['a token', { processes: [Fn.lower('X')] }, 'A part of the invariant is only known at apply'],
  ['a text for a list', { processes: 'slack.exe' }, 'processes is a text, but a list of texts belongs there.'],
  ['a process that is no text', { processes: [null] }, 'processes[0] is null, but a text belongs there.'],
  ['nothing for a list', { processes: null }, 'processes is null, but a list of texts belongs there.'],
  ['a text for platforms', { platforms: 'windows' }, 'platforms is a text, but a list, each element one of "android"'],
  [
    'a word for a truth',
    { service: 'no' },
    'service is a text, but true or false belongs there. Write it without quotes.',
  ],
  ['another word for a truth', { newly: 'yes' }, 'newly is a text, but true or false belongs there.'],
  ['a property that it has not', { process: ['a.exe'] }, 'process is not known here. Did you mean "processes"?'],
  ['an outcome that only Terraform knows', { never: Fn.lower('BLOCK') }, 'never is only known at apply'],
])('refuses %s', (_, props, complaint) => {
  expect(failure({ never: 'block', ...props })).toContain(`stack/It: ${complaint}`);
});

it('takes a name that one of its platforms can have', () => {
  expect(failure({ never: 'block', processes: ['com.whatsapp:remote'] })).toBe('');
});
