// The code in a text of Terraform's JSON: what stands in ${…} and %{…}, without the texts in it.

/** Undefined where it is written so that people and this program may read it otherwise than terraform does. */
export function codeIn(text) {
  if (/\$\$\$\{|%%%\{/.test(text)) return undefined;
  // What is open: "text" for a text in quotes, or the number of braces that are open in code.
  const open = [];
  let code = '';
  for (let at = 0; at < text.length; at += 1) {
    const top = open.at(-1);
    const [one, two, three] = [text[at], text.slice(at, at + 2), text.slice(at, at + 3)];
    if (typeof top === 'number') {
      if (['/*', '//', '<<'].includes(two) || one === '#') return undefined;
      if (one === '"') open.push('text');
      else if (one === '}' && top === 0) open.pop();
      else {
        if (one === '{') open[open.length - 1] += 1;
        if (one === '}') open[open.length - 1] -= 1;
        code += one;
      }
    } else if (three === '$${' || three === '%%{') at += 2;
    else if (two === '${' || two === '%{') {
      open.push(0);
      code += ' ';
      at += 1;
    } else if (top === 'text') {
      if (one === '\\') at += 1;
      if (one === '"') {
        open.pop();
        code += '""';
      }
    }
  }
  return open.length === 0 ? code : undefined;
}

/** The functions that code calls. */
export function callsIn(code) {
  return [
    ...code.matchAll(/((?:[\p{ID_Start}_][\p{ID_Continue}-]*\s*::\s*)*[\p{ID_Start}_][\p{ID_Continue}-]*)\s*\(/gu),
  ].map(([, name]) => name.replace(/\s/g, ''));
}

/** A name that stands twice in one object of JSON: terraform takes both, JSON.parse the last one. */
export function twiceIn(json) {
  const objects = [];
  const tokens = json.match(/"(?:[^"\\]|\\.)*"|[{}:]/gs) ?? [];
  for (const [index, token] of tokens.entries()) {
    if (token === '{') objects.push(new Set());
    else if (token === '}') objects.pop();
    else if (token !== ':' && tokens[index + 1] === ':') {
      const name = JSON.parse(token);
      if (objects.at(-1)?.has(name)) return name;
      objects.at(-1)?.add(name);
    }
  }
  return undefined;
}
