/**
 * Compiles what is on stdin, a JSON array of sources and options, and writes what V8 made of them to stdout, in base64. In a
 * process of its own, and without a loader for TypeScript: V8 writes its hashes of names, which begin with a random number
 * that only --random-seed holds fast, and how many scripts were compiled before.
 */
const { readFileSync } = require('node:fs');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

function compile({ source, options }) {
  // Every function at once. V8 takes code only under the flags under which it was written, so they are put back before.
  setFlagsFromString('--no-lazy');
  const script = new Script(source, options);
  setFlagsFromString('--lazy');
  return script.createCachedData().toString('base64');
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(compile)));
