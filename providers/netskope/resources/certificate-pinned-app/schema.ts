/** The schema of a certificate pinned app. */
import {
  attribute,
  eachSetElement,
  error,
  isKnown,
  isUnknown,
  lengthBetween,
  oneOf,
  schema,
  sizeAtLeast,
  t,
  useStateForUnknown,
  type Diagnostic,
  type Path,
  type Unknown,
} from 'terraform-plugin-sdk-ts';
import { complainAboutDomain } from '../../../../steering/domain/hosts';
import { complainAboutProcessName, complainAboutProcessPattern } from '../../../../steering/domain/processes';
import { LONGEST_NAME } from '../../../../steering/domain/vocabulary';
import {
  SPELLING_OF_HOSTS,
  WITHOUT_UNSEEN,
  checkHosts,
  checkName,
  hostNames,
  trimmed,
  trimmedEach,
  validator,
} from '../../values';

const match = attribute.string({
  optional: true,
  computed: true,
  default: 'exact',
  description:
    'How `processes` are compared: `exact` names, or `regex` patterns (PCRE on the tenant [doc]). What a pattern outside RE2 matches, such as one with a lookahead, cannot be proved: decisions say that it is unknown, and a plan that writes it warns. A configuration with a pattern that no engine compiles is refused. Default `exact`.',
  validators: [oneOf('exact', 'regex')],
});

const processes = {
  normalize: trimmedEach,
  description:
    'Executables of the app on this platform: bare names without path or quotes, or one pattern an element where `match` is `regex`. [doc]',
};

const domains = attribute.set(t.string, {
  optional: true,
  normalize: hostNames,
  description: `Domains of the app, compared by suffix. Android 9 and lower knows apps by domain, Android 10 and higher by process. [doc] ${SPELLING_OF_HOSTS}`,
  validators: [eachSetElement(validator(complainAboutDomain)), checkHosts],
});

interface PlatformDefinition {
  readonly match: string | Unknown | null;
  readonly processes: readonly (string | Unknown)[] | Unknown | null;
  readonly domains?: readonly (string | Unknown)[] | Unknown | null;
}

function desktop(title: string) {
  return attribute.single(
    { match, processes: attribute.set(t.string, { ...processes, required: true, validators: [sizeAtLeast(1)] }) },
    { optional: true, description: `The app on ${title}.`, validators: [checkDefinition] },
  );
}

function mobile(title: string) {
  return attribute.single(
    { match, processes: attribute.set(t.string, { ...processes, optional: true }), domains },
    { optional: true, description: `The app on ${title}.`, validators: [checkDefinition, checkNotEmpty] },
  );
}

export const certificatePinnedApp = schema({
  description:
    'A certificate pinned app: the executables of a native app on each platform. Step 1 and 2 of blocking a native app [seed]; a steering exception then says what happens to its traffic.\n\n' +
    'A tenant deletes an app together with the exceptions that use it. [doc] So the provider does not delete an app while an exception of any configuration uses it. It looks first, and deletes then: an exception that others make in between, or that the tenant does not show yet, is deleted with the app.\n\n' +
    'Write `lifecycle { create_before_destroy = true }` into each app whose exceptions may later refer to another one, and apply it: else Terraform deletes an app that leaves before they refer to the other, and each apply fails. It holds for all that the app depends on as well. ' +
    'To replace such an app (`-replace`), give it another name for one apply, because names are unique [assumed]; to replace another one, replace its exceptions in the same apply. Where only the address of an app changes, write a `moved` block.',
  attributes: {
    id: attribute.string({
      computed: true,
      description: 'The id that the tenant gave the app; also its import id.',
      planModifiers: [useStateForUnknown()],
    }),
    name: attribute.string({
      required: true,
      normalize: trimmed,
      description: `Name of the app, unique on the tenant [assumed]. ${WITHOUT_UNSEEN}`,
      validators: [lengthBetween(1, LONGEST_NAME), checkName],
    }),
    windows: desktop('Windows'),
    mac_os: desktop('macOS'),
    linux: desktop('Linux (client 97.1 and later [doc])'),
    ios: mobile('iOS'),
    android: mobile('Android'),
    chrome_os: desktop('Chrome OS'),
  },
});

/** Checks the processes of a definition together with `match`, which says whether they are names or patterns. */
function checkDefinition(definition: PlatformDefinition, at: Path): Diagnostic[] {
  const { match, processes } = definition;
  // The validators of `match` itself report what else is wrong with it.
  if ((isKnown(match) && match !== 'exact' && match !== 'regex') || isUnknown(match) || !isKnown(processes)) return [];
  const check = validator(match === 'regex' ? complainAboutProcessPattern : complainAboutProcessName);
  return eachSetElement(check)(processes, [...at, { kind: 'attribute', name: 'processes' }]).slice();
}

function checkNotEmpty({ processes, domains }: PlatformDefinition, at: Path): Diagnostic[] {
  const empty = (list: PlatformDefinition['processes'] | undefined) =>
    list === null || list === undefined || (Array.isArray(list) && list.length === 0);
  if (!empty(processes) || !empty(domains)) return [];
  return [error('Nothing to recognise the app by', 'Give processes, domains, or both.', at)];
}
