/**
 * What the page of a runbook does: it keeps which boxes are checked, copies values, and shows what is still to do. This
 * is JavaScript as browsers run it, without a build: the page allows this text only, by its digest. It never reads a
 * text as markup.
 *
 * A mark is what is remembered of a box: whether it is checked, and since when. The browser remembers the marks of a
 * tenant under one key, so that a later runbook for the same tenant finds them by the ids of its steps. A step that is
 * still there after the tenant was observed again is not done, whatever a mark says, unless it cannot be observed.
 */
export const PAGE_SCRIPT = `
(() => {
  'use strict';
  const html = document.documentElement;
  const asWritten = html.cloneNode(true);
  html.classList.add('live');
  const { memory: MEMORY, observed } = document.body.dataset;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const boxes = all('input[data-mark]');
  const cards = all('.step');
  const boxOf = (card) => card.querySelector('input[data-mark]');
  const isDone = (card) => boxOf(card).checked;
  const marks = new Map(boxes.map((box) => [box, { at: box.dataset.at || '', done: box.defaultChecked }]));

  const isMark = (value) =>
    typeof value === 'object' && value !== null && typeof value.at === 'string' && typeof value.done === 'boolean';
  const remembered = () => {
    try {
      const found = JSON.parse(localStorage.getItem(MEMORY) || '{}');
      return typeof found === 'object' && found !== null ? found : {};
    } catch {
      return {};
    }
  };
  const remember = (changed) => {
    const memory = remembered();
    for (const box of changed) memory[box.dataset.mark] = marks.get(box);
    try {
      localStorage.setItem(MEMORY, JSON.stringify(memory));
    } catch {
      byId('forgets').hidden = false;
    }
  };
  // A clock that is behind must not make a box look older than what was observed.
  const now = () => new Date(Math.max(Date.now(), Date.parse(observed) || 0)).toISOString();

  const say = (text) => {
    byId('said').textContent = '';
    setTimeout(() => { byId('said').textContent = text; }, 50);
  };

  const showBox = (box) => {
    const { at, done } = marks.get(box);
    const isOld = done && box.dataset.seen !== undefined && Date.parse(at) < Date.parse(observed);
    const card = box.closest('.card');
    const checked = done && !isOld;
    const details = card.querySelector('details');
    if (details !== null && card.classList.contains('done') !== checked) details.open = !checked;
    box.checked = checked;
    card.classList.toggle('done', checked);
    const when = at === '' ? '' : new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
    const note = card.querySelector('.when');
    note.classList.toggle('old', isOld);
    if (!done || at === '') note.textContent = '';
    else if (isOld && box.dataset.seen === 'step') {
      note.textContent = 'You checked this on ' + when + ', but the tenant was observed later, and it was not done.';
    } else note.textContent = isOld ? 'Last checked on ' + when + ', before this runbook was made.' : 'Done on ' + when;
  };
  const showRest = () => {
    const done = cards.filter(isDone).length;
    const checks = boxes.filter((box) => box.closest('.step') === null);
    byId('count').textContent = done + ' of ' + cards.length + ' done';
    byId('checks').textContent = checks.length === 0 ? '' : checks.filter((box) => box.checked).length + ' of ' + checks.length + ' verified';
    byId('progress').value = done;
    for (const card of cards) {
      const waits = card.querySelector('.waits');
      if (waits === null) continue;
      const open = card.dataset.after.split(' ').map(byId).filter((box) => box !== null && !box.checked);
      card.classList.toggle('waiting', open.length > 0);
      waits.querySelector('.open').replaceChildren(...(open.length === 0 ? [] : linksTo(open)));
    }
    for (const group of all('.screen')) group.classList.toggle('done', all('.step', group).every(isDone));
    byId('none-open').hidden = !html.classList.contains('open-only') || done < cards.length;
  };
  const linksTo = (open) => {
    const nodes = ['Not done yet: '];
    for (const box of open.slice(0, 6)) {
      const link = document.createElement('a');
      link.href = '#' + box.closest('.step').id;
      link.textContent = 'step ' + box.closest('.step').dataset.number;
      nodes.push(link, ', ');
    }
    nodes.pop();
    return [...nodes, open.length > 6 ? ' and ' + (open.length - 6) + ' more.' : '.'];
  };
  const refresh = () => {
    const memory = remembered();
    for (const box of boxes) {
      const kept = memory[box.dataset.mark];
      if (isMark(kept) && kept.at > marks.get(box).at) marks.set(box, kept);
      showBox(box);
    }
    showRest();
  };

  const nextOpen = () => {
    const open = cards.filter((card) => !isDone(card));
    const card = open.find((one) => !one.classList.contains('waiting')) || open[0];
    if (card === undefined) return say('All steps are done.');
    boxOf(card).focus({ preventScroll: true });
    card.scrollIntoView({ block: 'start' });
  };
  const check = (box) => {
    marks.set(box, { at: now(), done: box.checked });
    remember([box]);
    showBox(box);
    showRest();
    const card = box.closest('.step');
    const early = card !== null && box.checked && card.classList.contains('waiting');
    say(byId('count').textContent + (early ? '. Careful: this step should wait for others.' : ''));
    if (card !== null && box.checked && html.classList.contains('open-only')) nextOpen();
  };

  const valueOf = (shown) => (shown.dataset.raw === undefined ? shown.textContent : JSON.parse(shown.dataset.raw));
  const flash = (button, text) => {
    const label = button.querySelector('.label');
    label.textContent = text;
    clearTimeout(button.timer);
    button.timer = setTimeout(() => { label.textContent = button.dataset.label; }, 2000);
  };
  const copy = async (button) => {
    const shown = byId(button.dataset.of);
    try {
      await navigator.clipboard.writeText(valueOf(shown));
      flash(button, 'Copied');
      say('Copied: ' + button.dataset.what);
    } catch {
      shown.textContent = valueOf(shown);
      getSelection().selectAllChildren(shown);
      flash(button, 'Selected');
      say('Selected. Copy it with the keyboard: Control and C, or Command and C.');
    }
  };
  const download = (name, text, type) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  const save = () => {
    const copyOfPage = asWritten.cloneNode(true);
    const copies = all('input[data-mark]', copyOfPage);
    boxes.forEach((box, index) => {
      copies[index].toggleAttribute('checked', marks.get(box).done);
      copies[index].dataset.at = marks.get(box).at;
    });
    const name = decodeURIComponent(location.pathname.split('/').pop() || '');
    download(/[.]html?$/.test(name) ? name : 'runbook.html', '<!doctype html>' + copyOfPage.outerHTML, 'text/html');
    say('Saved as a file of its own.');
  };
  const reset = () => {
    if (!confirm('Clear all check boxes of this runbook?')) return;
    for (const box of boxes) marks.set(box, { at: now(), done: false });
    remember(boxes);
    boxes.forEach(showBox);
    showRest();
    say('All check boxes are clear.');
  };
  const ACTIONS = {
    copy,
    download: (button) => download(button.dataset.file, valueOf(byId(button.dataset.of)), 'text/csv'),
    next: nextOpen,
    save,
    reset,
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-does]');
    if (button !== null) ACTIONS[button.dataset.does](button);
  });
  document.addEventListener('change', ({ target }) => {
    if (marks.has(target)) check(target);
    if (target.id !== 'filter') return;
    html.classList.toggle('open-only', target.checked);
    showRest();
  });
  addEventListener('storage', refresh);
  refresh();
  remember([]);
})();
`;
