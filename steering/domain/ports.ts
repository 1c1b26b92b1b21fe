/** Ports as people write them: `443,5222,8000-8002`. */

const HIGHEST = 65_535;

/** Ports in ascending order, each once; or what is wrong with the text, as a sentence that names the part. */
export type ParsedPorts =
  { readonly ok: true; readonly ports: readonly number[] } | { readonly ok: false; readonly reason: string };

/** Numbers and ranges, both ends included, separated by commas; white space around them means nothing. */
export function parsePorts(text: string): ParsedPorts {
  const ports = new Set<number>();
  for (const part of text.split(',').map((one) => one.trim())) {
    const range = /^(\d{1,6})(?:\s*-\s*(\d{1,6}))?$/.exec(part);
    if (range === null) return refuse(part === '' ? 'There is an empty part' : `${JSON.stringify(part)} is no port`);
    const [first, last] = [Number(range[1]), Number(range[2] ?? range[1])];
    if (first < 1 || last > HIGHEST) return refuse(`${JSON.stringify(part)} is not from 1 to ${HIGHEST}`);
    if (first > last) return refuse(`The range ${JSON.stringify(part)} runs backwards`);
    for (let port = first; port <= last; port++) ports.add(port);
  }
  return { ok: true, ports: [...ports].sort((a, b) => a - b) };
}

function refuse(what: string): ParsedPorts {
  return {
    ok: false,
    reason: `${what}. Write ports and ranges separated by commas, such as "443,5222,8000-8002".`,
  };
}
