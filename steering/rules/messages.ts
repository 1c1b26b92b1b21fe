/**
 * How is a finding told? One table has the wording of every code, which its arguments complete: sentences that say what
 * was found, why it matters and what to do. Arguments are texts; names in them are quoted here, and escaped by whoever
 * renders them.
 */

const quote = (name: string): string => JSON.stringify(name);

export const MESSAGES = {
  'port-without-domains': ({ port, configuration }: { port: string; configuration: string }) =>
    `Port ${port} of ${quote(configuration)} is steered without domains: for every process and host, other certificate pinned apps on that port included. Name the domains of the app that it is for.`,
  'literal-addresses': ({ app, entry }: { app: string; entry: string }) =>
    `${quote(app)} is blocked, but ${entry} connects to addresses that it did not look up, and rules for pinned apps do not apply without a host name. Check on a client that it is stopped, or block its addresses in the firewall too.`,
  'helper-process/electron': ({ app, helper }: { app: string; helper: string }) =>
    `${quote(app)} is an Electron app: on macOS its sockets may belong to ${quote(helper)}, which the app does not name. Add it to the processes on macOS.`,
  'helper-process/webview2': ({ app, host }: { app: string; host: string }) =>
    `${quote(host)} of ${quote(app)} shows its pages in WebView2: their traffic may belong to "msedgewebview2.exe", which other apps share and which must not be blocked. Govern that traffic by real-time policies.`,
  'windows-service': ({ app, services }: { app: string; services: string }) =>
    `${quote(app)} is blocked on Windows, but of its processes "${services}" can run as a Windows service, which is bypassed even with a block unless the support of Netskope has set a flag. Ask support for the flag, or stop the service by other means, and check on a client that it is stopped.`,
  'wildcard-with-bypass': ({ app, configuration }: { app: string; configuration: string }) =>
    `${quote(app)} is bypassed in ${quote(configuration)} for "*": whatever its processes send to any host is not inspected. Name the domains it needs.`,
  'ignored-domains': ({ app, domains }: { app: string; domains: string }) =>
    `${quote(app)} is blocked, and Block ignores custom app domains: ${domains} narrow nothing, all its traffic is blocked. Write "*", or choose a bypass.`,
  'ignored-domains/managed': ({ app, domains }: { app: string; domains: string }) =>
    `${quote(app)} is bypassed on managed devices only and blocked on all others, and such an action ignores custom app domains: ${domains} narrow neither. Write "*", or choose a bypass for all devices.`,
  'wildcard-in-custom-app-domains': ({ domain, suffix }: { domain: string; suffix: string }) =>
    `${quote(domain)} stands among custom app domains, which do not support the form *.x although domain exceptions do. Write ${quote(suffix)}, which covers its subdomains.`,
  'repeated-domain': ({ first, second, name }: { first: string; second: string; name: string }) =>
    `${quote(first)} and ${quote(second)} stand in one list and are one host name, ${quote(name)} to clients. Remove one of them.`,
  'process-name': ({ app, platform, problem }: { app: string; platform: string; problem: string }) =>
    `${quote(app)} on ${platform}: ${problem}`,
  'pattern-hits-others': ({ app, pattern, others }: { app: string; pattern: string; others: string }) =>
    `The pattern ${quote(pattern)} of ${quote(app)} also matches ${others}. Patterns search anywhere in the name: anchor it with ^ and $, or list exact names.`,
  'pattern-with-comma': ({ app, pattern }: { app: string; pattern: string }) =>
    `The pattern ${quote(pattern)} of ${quote(app)} contains a comma, which separates patterns on the tenant. Write it without, such as {2}|{3} for {2,3}.`,
  'missing-executable': ({ app, platform, missing }: { app: string; platform: string; missing: string }) =>
    `${quote(app)} is blocked on ${platform} but is also known to run as ${missing}, which the app does not name. Add it, or say why not.`,
  'undefined-platform': ({ app, platform }: { app: string; platform: string }) =>
    `An exception gives an action for ${platform}, on which ${quote(app)} is not defined: it does nothing there. Define the app on ${platform}, or drop the action.`,
  'block-without-effect/port': ({ app, ports, configuration }: { app: string; ports: string; configuration: string }) =>
    `${quote(app)} is blocked, but it also uses port ${ports}, which ${quote(configuration)} does not steer for its hosts: there the block has no effect. Add a non-standard port.`,
  'block-without-effect/mode-none': ({ app, configuration }: { app: string; configuration: string }) =>
    `${quote(app)} is blocked in ${quote(configuration)}, whose traffic mode is "none": exceptions are not processed. Choose another traffic mode.`,
  'block-without-effect/cloud-apps': ({ app, configuration }: { app: string; configuration: string }) =>
    `${quote(app)} is blocked in ${quote(configuration)}, whose traffic mode is "cloud_apps": the block does not reach hosts that are not steered. Choose "web" or "all".`,
  'managed-only-bypass': ({ app, platform }: { app: string; platform: string }) =>
    `${quote(app)} is bypassed on managed devices only, on ${platform}: on every other device it is blocked. Use a plain bypass if that is not meant.`,
  'managed-only-bypass/classifications': ({
    app,
    platform,
    classifications,
  }: {
    app: string;
    platform: string;
    classifications: string;
  }) =>
    `${quote(app)} is bypassed on managed devices of some classifications only (${classifications}), on ${platform}: on unmanaged devices it is blocked, and on other managed ones it may be. Use a plain bypass if that is not meant.`,
  'configuration-name-length': ({ name, length }: { name: string; length: string }) =>
    `The name ${quote(name)} has ${length} characters; a tenant takes 40. Shorten it.`,
  'shared-process': ({ app, process, platform }: { app: string; process: string; platform: string }) =>
    `${quote(app)} names ${quote(process)} on ${platform}, a process that many apps share: what happens to this app happens to all of them. Name processes of the app alone.`,
  'standard-port': ({ port, configuration }: { port: string; configuration: string }) =>
    `Port ${port} is listed among the non-standard ports of ${quote(configuration)}, but is steered as web traffic anyway. Remove the port entry.`,
  'disabled-configuration': ({ configuration, count }: { configuration: string; count: string }) =>
    `${quote(configuration)} is disabled, so its ${count} exceptions and ports apply to nobody. Enable it; new configurations start disabled.`,
  'unused-app': ({ app }: { app: string }) =>
    `No exception uses ${quote(app)}, so defining it changes nothing. Add an exception, or remove the app.`,
  'conflicting-exceptions/disagree': ({ process, app, other, configuration }: Conflict) =>
    `${quote(app)} and ${quote(other)} both name ${quote(process)} and ${quote(configuration)} treats them differently. Which of the two wins is not published. Keep one.`,
  'conflicting-exceptions/shadow': ({ process, app, other, configuration }: Conflict) =>
    `${quote(app)} and ${quote(other)} both name ${quote(process)} and ${quote(configuration)} treats them alike: one of the exceptions has no effect. Keep one.`,
  'conflicting-exceptions/domains': ({
    app,
    treated,
    domains,
    configuration,
  }: {
    app: string;
    treated: string;
    domains: string;
    configuration: string;
  }) =>
    `${quote(app)} is ${treated} in ${quote(configuration)}, where a domain exception bypasses its hosts (${domains}). Which of the two wins is not published. Take the hosts out of the domain exception.`,
  'dynamic-steering-toggle/toggled': ({ configuration, now }: { configuration: string; now: string }) =>
    `Dynamic steering of ${quote(configuration)} is turned ${now}. A tenant copies existing exceptions to on-premises only or to off-premises only, and toggling repeatedly can lose some: look at both afterwards.`,
  'dynamic-steering-toggle/one-location': ({
    app,
    configuration,
    location,
    other,
  }: {
    app: string;
    configuration: string;
    location: string;
    other: string;
  }) =>
    `${quote(app)} is blocked ${location} only, though ${quote(configuration)} has dynamic steering: ${other} it runs. Block it there too, or say why not.`,
  'dynamic-steering-toggle/misplaced': ({ problem }: { problem: string }) => problem,
  'steer-dns/mode': ({ configuration, mode }: { configuration: string; mode: string }) =>
    `${quote(configuration)} steers DNS, but its clients are in traffic mode "${mode}" wherever DNS could be steered: the switch does nothing. Choose "web" or "all" (with dynamic steering, off-premises), or turn it off.`,
  'steer-dns/on-premises': ({ configuration, mode }: { configuration: string; mode: string }) =>
    `${quote(configuration)} steers DNS, which exists off-premises only, and there its traffic mode is "${mode}": the switch does nothing, on-premises either. Choose "web" or "all" off-premises, or turn it off.`,
  'void-exception': ({ type, configuration }: { type: string; configuration: string }) =>
    `The ${type} exception of ${quote(configuration)} is void for traffic that is not web traffic: there only those of the default configuration count. Write it in the default configuration too, or leave it if it is for web traffic.`,
  'many-domains/clients': ({ configuration, count }: { configuration: string; count: string }) =>
    `${quote(configuration)} has ${count} domains in its domain exceptions. Clients crashed with more than 3,000 (release 135). Use wildcards, or a destination location.`,
  'many-domains/linux': ({ configuration, count }: { configuration: string; count: string }) =>
    `${quote(configuration)} has ${count} domains in its domain exceptions. Clients crashed with more than 3,000 (release 135), and on Linux with more than 10,000 (release 137). Use wildcards, or a destination location.`,
  'country-code': ({ problem }: { problem: string }) => problem,
  'several-owners': ({ owners, id }: { owners: string; id: string }) =>
    `${owners} manage the same object of the tenant (id ${quote(id)}). What one of them writes, the next apply of the other undoes. Keep one, and let the other go with a removed block (destroy = false).`,
  expired: ({ exception, expires, there }: { exception: string; expires: string; there: string }) =>
    `${exception} was to go after ${expires}, and is still ${there}. Remove the statement that makes it, or write a later day in "expires".`,
  'expired/soon': ({ exception, expires, left }: { exception: string; expires: string; left: string }) =>
    `${exception} is to go after ${expires}: ${left}. From the day after on it is an error. Remove the statement that makes it in time, or write a later day in "expires".`,
  'duplicate-name/both': ({ what, name, both }: { what: string; name: string; both: string }) =>
    `${both} are ${what} of one name, ${quote(name)}, which a tenant takes once: the apply fails at the second one, with other changes already made. Make it once and let both uses refer to it; import what the tenant has already, and look up what the vendor predefines.`,
  'duplicate-name/port': ({ port, configuration, both }: { port: string; configuration: string; both: string }) =>
    `${both} are entries of one port, ${port}, in ${quote(configuration)}. Write one entry with the domains of all.`,
  'duplicate-name/made-again': ({ name, from, to }: { name: string } & Moving) =>
    `${quote(name)} is destroyed as ${from} and made again as ${to}. ${AT_ONCE} ${MOVED(from)}`,
  'duplicate-name/passed-on': ({ name, from, to }: { name: string } & Moving) =>
    `${from} gives up the name ${quote(name)}, and ${to} takes it in the same plan. Terraform does both at once: where the first one still has it, the apply fails half way. Give the name up in one apply and take it in the next; of two that swap their names, give one a third name in between (docs/guides/refactor.md).`,
  'duplicate-name/said-again': ({ from, to }: Moving) =>
    `${from} is destroyed, and ${to}, which says exactly the same, is made. ${AT_ONCE} ${MOVED(from)}`,
  'configuration-order/none': ({ configurations }: { configurations: string }) =>
    `${configurations} may apply to one client, and nothing says which comes first. The first by priority wins, and Terraform makes new ones at once, in any order. Let each depend on the one that comes before it: depends_on in HCL, "after" in TypeScript.`,
  'configuration-order/otherwise': (order: Order) =>
    `${quote(order.later)} is written after ${order.earlier}, ${WRONG_ORDER(order)}`,
  'configuration-order/stated': (order: Order & { by: string }) =>
    `${order.by} states that ${quote(order.later)} comes after ${order.earlier}, ${WRONG_ORDER(order)}`,
  'configuration-order/untold': ({ by, later, earlier }: { by: string; later: string; earlier: string }) =>
    `${by} states that ${quote(later)} comes after ${earlier}, and this source does not tell their order. Judge a plan that manages them, or the tenant.`,
  'rule-failed': ({ rule, problem }: { rule: string; problem: string }) =>
    `The rule "${rule}" failed (${problem}), so nothing is known about what it looks for. This is a fault of the rule, not of your configuration: report it.`,
  'suppression/no-reason': ({ rule }: { rule: string }) =>
    `A suppression of "${rule}" gives no reason. Say why the finding is accepted; until then it counts.`,
  'suppression/unknown-rule': ({ rule }: { rule: string }) =>
    `A suppression names the rule ${quote(rule)}, which does not exist. Correct the name, or remove it.`,
  'suppression/unused': ({ rule, on }: { rule: string; on: string }) =>
    `A suppression of "${rule}"${on} suppresses nothing. Remove it.`,
} as const;

/** The reason why one name must not be given up and taken in one plan. */
const AT_ONCE =
  'Terraform does both at once: where the old one is still there, the apply fails, and after that the old one is gone.';

interface Moving {
  readonly from: string;
  readonly to: string;
}

/** The advice to keep one object at its new address. */
const MOVED = (from: string): string =>
  `Move it instead (docs/guides/refactor.md): write a moved block, or in TypeScript moveFromId(${quote(from)}) of the new resource.`;

interface Order {
  readonly later: string;
  readonly earlier: string;
  readonly places: string;
  readonly clients: string;
  readonly address: string;
}

const WRONG_ORDER = ({ later, places, clients, address }: Order): string =>
  `but ${places}. Who matches both (${clients}) gets ${quote(later)}. No call moves it: an administrator does in the console [assumed]; or terraform apply -replace=${address} makes it the last, with its exceptions gone in between; or write the order that the tenant has.`;

interface Conflict {
  readonly process: string;
  readonly app: string;
  readonly other: string;
  readonly configuration: string;
}

export type Code = keyof typeof MESSAGES;
/** The arguments that the wording of a code takes. */
export type Args<C extends Code> = Parameters<(typeof MESSAGES)[C]>[0];

/** Tells a code in words. */
export function wordsOf<C extends Code>(code: C, args: Args<C>): string {
  // Each message takes exactly the arguments of its own code.
  return (MESSAGES[code] as (args: Args<C>) => string)(args);
}
