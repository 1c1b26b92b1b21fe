// What both pipelines need of GitHub and GitLab: requests with the job's own token, and the stacks of this run. No packages: what
// runs beside a token is in this folder.
import { existsSync, readFileSync } from 'node:fs';

/** A variable of the environment. @throws where it is missing */
export function variable(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run this in the pipeline's job, which sets it.`);
  return value;
}

/** The stacks that this pipeline has synthesized. */
export function stacks() {
  const manifest = 'cdktf.out/manifest.json';
  if (!existsSync(manifest)) throw new Error(`${manifest} is missing: the job needs what "check" has synthesized.`);
  const names = Object.keys(JSON.parse(readFileSync(manifest, 'utf8')).stacks);
  const bad = names.find((name) => !/^[a-z][a-z0-9-]*$/.test(name));
  if (bad !== undefined) throw new Error('A stack has a name of other characters than a-z, 0-9 and "-".');
  return names;
}

/** Asks the API of the forge. `headers` carry the token, which no error repeats; a redirect would carry it away. */
export function forge(base, headers) {
  const ask = async (method, path, body) => {
    const response = await fetch(`${base}${path}`, {
      method,
      redirect: 'error',
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}.`);
    return response;
  };
  const json = async (...request) => (await ask(...request)).json();
  /** Every item of a list, page by page; `pick` takes the list out of a page. */
  const all = async (path, pick = (page) => page) => {
    const items = [];
    for (let page = 1; ; page += 1) {
      const more = pick(await json('GET', `${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`));
      items.push(...more);
      if (more.length < 100) return items;
    }
  };
  return { ask, json, all };
}

export function github() {
  return forge(`${variable('GITHUB_API_URL')}/repos/${variable('GITHUB_REPOSITORY')}`, {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${variable('GITHUB_TOKEN')}`,
  });
}

/** @param token the variable that holds it */
export function gitlab(token, path = `/projects/${variable('CI_PROJECT_ID')}`) {
  return forge(`${variable('CI_API_V4_URL')}${path}`, { 'private-token': variable(token) });
}

/** The item with the greatest id; undefined where there is none. */
export const newest = (things) =>
  things.reduce((best, one) => (best === undefined || one.id > best.id ? one : best), undefined);

/** Runs a script of this folder by the forge that is its argument; a failure is one line. */
export function run(byForge) {
  const work = Object.hasOwn(byForge, process.argv[2] ?? '') ? byForge[process.argv[2]] : undefined;
  const done = work === undefined ? Promise.reject(new Error(`say one of ${Object.keys(byForge)}.`)) : work();
  done.catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
