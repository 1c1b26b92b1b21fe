// Generated from the schema of the provider; `npm run generate` writes it anew.

import * as cdktf from 'cdktf';

/**
 * What the catalogue knows of a native app, to block it or to bypass it.
 *
 * Returns what has to be known of an app of the catalogue, the same that the construct `BlockNativeApp` takes.
 * `name` is the name of the app on a tenant. `predefined` says that tenants have the app already: look it up
 * with the data source, for no other app can have its name. `windows`, `mac_os`, `linux`, `ios`, `android` and
 * `chrome_os` are the names of its executables on each platform, and empty where none is known. They include
 * names that only third parties give (reported by third parties); `setsubtract` leaves some out. `ports` are the
 * TCP ports that need an entry: all but 80 and 443, which are steered anyway. They are texts, because `for_each`
 * takes no numbers; `port = each.value` makes a number of one. `domains` are the domains for which the entries
 * steer these ports; `domains` is never empty where there are ports. `docs/native-apps.md` lists all apps, with
 * the source of each fact. Executables change: check with `nsdiag` on a client before you rely on them.
 *
 * Called as `provider::netskopesteering::native_app`: the provider must stand in the stack, and Terraform be 1.8
 * or later.
 * @param name Name of an app in the catalogue, such as `Telegram`. Case counts.
 */
export function nativeApp(name: string) {
  return callFunction('provider::netskopesteering::native_app', [name]);
}

/**
 * Names of the native apps of a kind.
 *
 * Returns the names of all apps of a kind in the catalogue, sorted, each of which `native_app` takes. The kinds
 * are `messenger`, `meeting`, `ai`, `remote access`, `file sync`, `vpn or proxy`, `file sharing`, `games`,
 * `developer tool`, `notes and office`, `music`. A newer provider may know more apps: the first plan after an
 * update shows what they add. `setsubtract` leaves apps out.
 *
 * Called as `provider::netskopesteering::native_apps`: the provider must stand in the stack, and Terraform be
 * 1.8 or later.
 * @param kind What the apps are for, such as `remote access`.
 */
export function nativeApps(kind: string) {
  return cdktf.Token.asList(callFunction('provider::netskopesteering::native_apps', [kind]));
}

/**
 * Numbers of ports from a text of ports and ranges.
 *
 * Parses ports and ranges (both ends included) separated by commas, such as `443,5222,8000-8002`. Returns each
 * port once, in ascending order. White space around numbers means nothing.
 *
 * Called as `provider::netskopesteering::parse_ports`: the provider must stand in the stack, and Terraform be
 * 1.8 or later.
 * @param ports Ports and ranges, such as `443,5222,8000-8002`.
 */
export function parsePorts(ports: string) {
  return cdktf.Token.asNumberList(callFunction('provider::netskopesteering::parse_ports', [ports]));
}

/**
 * Whether a process matches a definition of a certificate pinned app.
 *
 * Answers like `nsdiag -x` on a client, as far as that is published: `exact` compares the whole name without
 * case (assumed); `regex` is found anywhere in the name (assumed). Returns `null` where the answer is not known:
 * for a pattern outside RE2, since clients run patterns as PCRE, with lookaheads, back-references and more,
 * while this function runs them on RE2, whose time no pattern can stretch, and never guesses what the rest
 * matches; for a pattern that matches only when case is ignored; and for a definition with a comma, which
 * separates definitions on the tenant, where its parts do not answer alike. A pattern that no engine compiles is
 * an error.
 *
 * Called as `provider::netskopesteering::process_matches`: the provider must stand in the stack, and Terraform
 * be 1.8 or later.
 * @param match `exact` or `regex`.
 * @param definition A process name, or a regular expression.
 * @param process Name of the process, without path.
 */
export function processMatches(match: string, definition: string, process: string) {
  return callFunction('provider::netskopesteering::process_matches', [match, definition, process]);
}

function callFunction(name: string, values: readonly unknown[]): cdktf.IResolvable {
  return cdktf.call(name, values.map(writeArgument));
}

/** Text is text: `${` and `%{` in it begin no expression. Tokens stay what they are. */
function writeArgument(value: unknown): unknown {
  if (value === null) return cdktf.ref('null');
  if (typeof value === 'string') return writeText(value);
  if (typeof value !== 'object' || cdktf.Tokenization.isResolvable(value) || cdktf.Token.isUnresolved(value))
    return value;
  if (Array.isArray(value)) return value.map(writeArgument);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeText(key), writeArgument(item)]));
}

/** Tokens inside of text have a form of their own; text around them makes the whole a call of `join`. */
function writeText(value: string): unknown {
  const parts = value.split(/(\$\{TfToken\[[\w:.-]+\]\})/).filter((part) => part !== '');
  const written = parts.map((part) => (cdktf.Token.isUnresolved(part) ? part : writeLiteral(part)));
  return written.length > 1 ? cdktf.call('join', [writeLiteral(''), written]) : (written[0] ?? writeLiteral(''));
}

function writeLiteral(value: string): cdktf.IResolvable {
  return cdktf.ref(`"${escapeText(value)}"`);
}

function escapeText(value: string): string {
  return value
    .replace(/["\\]/g, '\\$&')
    .replace(/[\u0000-\u001f]/g, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/[$%](?=\{)/g, '$&$&');
}
