/** Which headers make a request, RFC 9113 sections 8.1 to 8.3. What breaks a rule is malformed, whatever it is about. */
import type { Header } from './hpack';

/** The colon of a pseudo-header stands at the beginning alone. */
const NAME = /^:?[!-9;-@[-~]+$/;
const OF_A_CONNECTION = new Set(['connection', 'proxy-connection', 'keep-alive', 'transfer-encoding', 'upgrade']);
const REQUIRED = [':method', ':scheme', ':path'];
const PSEUDO = new Set([...REQUIRED, ':authority']);

/** Why these cannot be the headers of a request; undefined where they can. */
export function malformedRequest(headers: readonly Header[]): string | undefined {
  const pseudo = new Map<string, string>();
  let regular = false;
  for (const header of headers) {
    const why = malformedField(header);
    if (why !== undefined) return why;
    const [name, value] = header;
    if (!name.startsWith(':')) {
      regular = true;
      continue;
    }
    if (!PSEUDO.has(name) || pseudo.has(name) || regular) return `${name} stands where it may not`;
    pseudo.set(name, value);
  }
  const missing = REQUIRED.find((name) => (pseudo.get(name) ?? '') === '');
  return missing === undefined ? undefined : `${missing} is missing`;
}

/** Why these cannot be trailers; undefined where they can. */
export function malformedTrailers(headers: readonly Header[]): string | undefined {
  for (const header of headers) {
    const why = header[0].startsWith(':') ? `${header[0]} among trailers` : malformedField(header);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** The bytes that the request says it has; undefined where it does not say so. NaN, which no request has, for nonsense. */
export function contentLength(headers: readonly Header[]): number | undefined {
  const said = headers.find(([name]) => name === 'content-length')?.[1];
  return said === undefined ? undefined : /^\d{1,15}$/.test(said) ? Number(said) : NaN;
}

function malformedField([name, value]: Header): string | undefined {
  if (!NAME.test(name)) return 'a header has no legal name';
  if (OF_A_CONNECTION.has(name) || (name === 'te' && value !== 'trailers')) return `${name} speaks of the connection`;
  if (value.includes('\0') || value.includes('\r') || value.includes('\n')) return `${name} holds no legal value`;
  return isBlank(value, 0) || isBlank(value, value.length - 1) ? `${name} begins or ends with a blank` : undefined;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}
