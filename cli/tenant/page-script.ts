/**
 * What the page of a local tenant does: it asks for the token, shows the tenant as it is, and asks what becomes of a
 * flow. This is JavaScript as browsers run it, without a build: the page allows this text only, by its digest. It makes
 * elements and texts, and never reads a text as markup.
 *
 * It asks the tenant once a second, and not while it is hidden or paused. What has not changed stays as it is on the
 * page, so that a list that is unfolded, the focus and what was typed stay, too. A screen reader is told what has changed
 * every five seconds at most.
 */
import { SHOW_ROWS } from './page-rows';

export const TENANT_SCRIPT = `
(() => {
  'use strict';
  const EVERY = 1000, SLOWEST = 10000, SAY_EVERY = 5000, FRESH_FOR = 6000;
  const MEMORY = 'netskope-local-tenant-token';
  const byId = (id) => document.getElementById(id);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  let token = '', since = '', contents, paused = false, timer, delay = EVERY, visit = 0;

  // What is kept belongs to this tab alone, and is gone with it. A browser that keeps nothing asks again after a reload.
  const memory = (use) => { try { return use(sessionStorage); } catch { return null; } };

  const request = async (method, query, body) => {
    const answer = await fetch('/__local/page' + query, {
      method, body: body === undefined ? undefined : JSON.stringify(body), cache: 'no-store', credentials: 'omit',
      redirect: 'error', signal: AbortSignal.timeout(method === 'GET' ? 10000 : 120000),
      headers: { 'Netskope-Api-Token': token, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    });
    const value = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(value.message), { status: answer.status });
    return value;
  };

  // What is said while something else is being said waits, and the latest takes the place of what waits.
  let toSay = '', saying;
  const say = (text) => {
    toSay = text;
    if (saying !== undefined) return;
    const next = () => {
      saying = undefined;
      if (toSay === '') return;
      byId('said').textContent = toSay;
      toSay = '';
      saying = setTimeout(next, SAY_EVERY);
    };
    saying = setTimeout(next, 100);
  };
${SHOW_ROWS}
  const show = (answer) => {
    const { refusal, revision, contents: found, journal, conditions } = answer;
    byId('refusal').hidden = refusal === undefined;
    byId('refusal').textContent = refusal === undefined ? '' : refusal;
    for (const one of [byId('screens'), byId('ask'), byId('to-ask'), ...all('.to-screen')]) one.hidden = refusal !== undefined;
    if (refusal === undefined) {
      const isNew = found !== undefined;
      if (isNew) contents = found;
      since = revision;
      showContents(isNew);
      showStale();
    }
    showJournal(journal);
    showConditions(conditions);
    if (refusal !== undefined) byId('conditions').hidden = true;
  };

  const tell = (text, tone = 'quiet') => {
    byId('condition').textContent = text;
    byId('condition').className = tone;
  };
  const poll = async () => {
    clearTimeout(timer);
    if (token === '' || paused || document.hidden) return;
    const mine = ++visit;
    try {
      const answer = await request('GET', '?since=' + encodeURIComponent(since) + '&changes=' + byId('changes').checked);
      if (mine !== visit) return;
      show(answer);
      tell('Shown as it is now.');
      delay = EVERY;
    } catch (error) {
      if (mine !== visit) return;
      if (error.status === 401) return lock(REFUSED);
      if (delay === EVERY) say('The tenant does not answer.');
      tell('No answer since ' + time(Date.now()).slice(0, 8) + '. If the tenant was stopped, start it again; this page goes on asking.', 'danger');
      delay = Math.min(delay * 2, SLOWEST);
    }
    timer = setTimeout(poll, delay);
  };

  const REFUSED = 'The tenant does not take this token. It knows two: the API token, by which programs read and write, and the console token, which stands for a person at the screens. Both change with each start, unless the first is given.';
  const lock = (why) => {
    visit += 1;
    token = since = '';
    contents = undefined;
    memory((storage) => storage.removeItem(MEMORY));
    for (const one of all('.to-screen')) one.remove();
    for (const id of ['screens', 'entries', 'answer']) byId(id).replaceChildren();
    parts.clear();
    logged.clear();
    byId('answer').hidden = true;
    byId('work').hidden = byId('buttons').hidden = true;
    byId('enter').hidden = false;
    byId('refused').textContent = why;
    byId('token').setAttribute('aria-invalid', String(why !== ''));
    tell('');
    byId('token').focus();
  };
  const unlock = async (given) => {
    if (given === '') return lock('Enter the token.');
    if (!/^[\\x21-\\x7e]+$/.test(given)) return lock('A token is visible ASCII characters without spaces. ' + REFUSED);
    token = given;
    try {
      show(await request('GET', '?since=&changes=' + byId('changes').checked));
    } catch (error) {
      return lock(error.status === 401 ? REFUSED : 'The tenant does not answer. Look whether it still runs, and try again.');
    }
    memory((storage) => storage.setItem(MEMORY, token));
    byId('token').value = byId('refused').textContent = '';
    const hadFocus = byId('enter').contains(document.activeElement);
    byId('enter').hidden = true;
    byId('work').hidden = byId('buttons').hidden = false;
    if (hadFocus) byId('content').focus();
    tell('Shown as it is now.');
    timer = setTimeout(poll, EVERY);
  };

  const readField = (control) => {
    const { name, value, dataset } = control;
    const none = document.querySelector('[data-none="' + name + '"]');
    if (none !== null && none.checked) return dataset.as === 'names' ? [] : null;
    const text = value.trim();
    if (name === 'host') return text;
    if (text === '') return undefined;
    if (dataset.as === 'names') return text.split('\\n').map((one) => one.trim()).filter((one) => one !== '');
    if (dataset.as === 'number') return /^\\d+$/.test(text) ? Number(text) : text;
    return dataset.as === 'truth' ? text === 'true' : text;
  };
  const controls = all('[data-as]', byId('ask-form'));
  const complain = (control, text) => {
    control.setAttribute('aria-invalid', String(text !== ''));
    control.closest('.field').querySelector('.wrong').textContent = text;
    const fold = control.closest('details');
    if (text !== '' && fold !== null) fold.open = true;
  };
  let answered = '';
  const showStale = () => {
    const note = byId('stale');
    if (note !== null) note.hidden = answered === since;
  };
  const showAnswer = ({ outcome, title, lines, toSay: open, remarks }) => {
    const [first, ...rest] = lines;
    const tones = { block: 'danger', bypass: 'warning', steer: 'good' };
    const stale = make('p', { id: 'stale', class: 'warning', hidden: '' }, 'The tenant has changed since this answer. Decide again.');
    const items = rest.map(({ text, depth, kind }) => make('li', { class: kind + ' d' + Math.min(depth, 4) }, text));
    const buttons = open.flatMap(({ field, label }) => [make('button', { type: 'button', 'data-to': field }, label), ' ']);
    const more = open.length === 0 ? [] : [make('p', { class: 'more' }, 'To know more, say: ', ...buttons)];
    byId('answer').replaceChildren(stale, make('p', { class: 'outcome ' + (tones[outcome] || '') }, title), make('p', {}, first.text), ...more, make('ul', {}, ...items));
    byId('answer').append(...remarks.map((text) => make('p', { class: 'hint' }, text)));
    say(first.text);
  };
  // The answer that is shown is that to the last question, whichever comes first.
  let questions = 0;
  const decide = async () => {
    const question = (questions += 1);
    const flow = {};
    for (const control of controls) {
      complain(control, '');
      const value = readField(control);
      if (value !== undefined) flow[control.name] = value;
    }
    byId('answer').hidden = false;
    byId('answer').replaceChildren(make('p', { class: 'quiet' }, 'The tenant is asked…'));
    let answer;
    try {
      answer = await request('POST', '', flow);
    } catch (error) {
      if (error.status === 401) return lock(REFUSED);
      answer = { complaints: [{ detail: error.status === undefined ? 'The tenant does not answer. Look whether it still runs, and try again.' : error.message }] };
    }
    if (question !== questions) return;
    answered = since;
    if (answer.complaints === undefined) showAnswer(answer);
    else showComplaints(answer.complaints);
    byId('answer').scrollIntoView({ block: 'nearest' });
  };
  const showComplaints = (complaints) => {
    byId('answer').replaceChildren();
    let first;
    for (const { field, detail } of complaints) {
      const control = controls.find(({ name }) => name === field);
      if (control === undefined) byId('answer').append(make('p', { class: 'wrong' }, detail));
      else complain(control, detail);
      first = first || control;
    }
    byId('answer').hidden = byId('answer').childElementCount === 0;
    say(complaints[0].detail);
    if (first !== undefined) first.focus();
  };

  byId('ask-form').addEventListener('submit', (event) => {
    event.preventDefault();
    void decide();
  });
  byId('answer').addEventListener('click', ({ target }) => {
    const control = controls.find(({ name }) => name === target.dataset.to);
    if (control === undefined) return;
    const fold = control.closest('details');
    if (fold !== null) fold.open = true;
    control.focus();
  });
  byId('flow-platform').addEventListener('change', suggest);
  byId('enter-form').addEventListener('submit', (event) => {
    event.preventDefault();
    void unlock(byId('token').value.trim());
  });
  byId('leave').addEventListener('click', () => lock(''));
  byId('changes').addEventListener('change', poll);
  byId('pause').addEventListener('click', () => {
    paused = !paused;
    byId('pause').textContent = paused ? 'Go on' : 'Pause';
    if (paused) {
      visit += 1;
      tell('Paused at ' + time(Date.now()).slice(0, 8) + '.');
    } else void poll();
  });
  document.addEventListener('visibilitychange', poll);

  byId('address').textContent = location.host;
  document.title = 'Local tenant ' + location.host;
  const kept = memory((storage) => storage.getItem(MEMORY));
  if (kept === null || kept === '') lock('');
  else void unlock(kept);
})();
`;
