/** Text from outside, before it may stand in an error: bounded, on one line, and without the token. */

const LONGEST = 500;
/** Control characters, ANSI escapes included, and bidirectional controls: the text ends up in a terminal. */
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

export type Clean = (text: string) => string;

/** A cleaner that knows the token to redact, also where it was percent-encoded. */
export function cleanerFor(token: string): Clean {
  const secrets = [...new Set([token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)])];
  return (text) => {
    // Before anything is cut or replaced: half a token is still a secret.
    const redacted = secrets.reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
    const line = redacted.replace(CONTROLS, ' ').trim();
    return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  };
}
