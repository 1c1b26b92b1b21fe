/** The guardrails by what a person does when the mistake is made. The page has them in this order. */
export interface Group {
  /** What the person does. */
  readonly title: string;
  /** What is to be known of it, in a sentence or two. */
  readonly about: string;
  /** The ids of the rules; each rule is in one group. */
  readonly rules: readonly string[];
}

export const GROUPS: readonly Group[] = [
  {
    title: 'Naming the processes of an app',
    about:
      'A client compares the names or patterns of an app with the names of the processes that run. A name that no process has is accepted everywhere, and what is written for it holds for nobody.',
    rules: [
      'process-name',
      'missing-executable',
      'shared-process',
      'look-alike-letters',
      'pattern-like-name',
      'pattern-without-match',
      'pattern-with-comma',
      'pattern-hits-others',
      'android-by-domain',
    ],
  },
  {
    title: 'Blocking an app',
    about:
      'A block reaches the processes that are named, on the platforms that are named, in the traffic that is steered, for the clients that get the configuration. Where one of these is missing, the app runs.',
    rules: [
      'block-without-effect',
      'block-not-everywhere',
      'forgotten-platform',
      'undefined-platform',
      'ignored-domains',
      'literal-addresses',
      'helper-process',
      'windows-service',
      'udp-port',
      'predefined-app-blocked',
      'conflicting-exceptions',
    ],
  },
  {
    title: 'Bypassing traffic',
    about:
      'What is bypassed is not inspected, and no policy applies to it. A bypass that is wider than it reads opens a way out that nobody sees; one that is narrower breaks what it was written for.',
    rules: [
      'wildcard-with-bypass',
      'managed-only-bypass',
      'wildcard-in-custom-app-domains',
      'domain-name',
      'public-suffix',
      'missing-apex',
      'international-domain',
      'repeated-domain',
      'many-domains',
      'transfer-site',
      'vendor-domain',
      'bypass-of-suite',
      'any-source-location',
      'country-code',
      'void-exception',
    ],
  },
  {
    title: 'Arranging configurations',
    about:
      'A client gets one configuration: the first enabled one, by priority, whose criteria it matches, or else the default one. What stands in the others does not count for it.',
    rules: [
      'configuration-order',
      'unreached-configuration',
      'disabled-configuration',
      'traffic-mode-none',
      'dynamic-steering-toggle',
      'steer-dns',
      'group-spelling',
      'configuration-name-length',
    ],
  },
  {
    title: 'Steering ports',
    about: 'An entry of the non-standard ports makes clients steer web traffic on a port other than 80 and 443.',
    rules: ['port-without-domains', 'non-web-port', 'standard-port', 'idle-in-mode'],
  },
  {
    title: 'Keeping the code in order',
    about: 'What is written twice, is used by nothing, or was to be gone by now.',
    rules: ['duplicate-name', 'several-owners', 'unused-app', 'expired'],
  },
];
