/**
 * How the page of a local tenant shows objects and requests: a part of its script, which makes rows and keeps those that
 * have not changed. It uses `make`, `byId`, `all` and `say` of the script, and its state `contents`.
 */
export const SHOW_ROWS = `
  const entries = (texts) => texts.flatMap((text, index) => [index === 0 ? '' : ' ', make('code', {}, text)]);
  const cut = (text, at) => Array.from(text).slice(0, at).join('');
  const shownValue = ({ label, texts, as }) => {
    if (as === 'mark') return make('span', { class: 'mark' }, texts[0]);
    const line = make('div', {});
    if (label !== undefined) line.append(make('span', { class: 'label' }, label + ': '));
    if (as === 'text') {
      const [text] = texts;
      if (text.length <= 300) line.append(text);
      else line.append(make('details', {}, make('summary', {}, cut(text, 120) + '…'), text));
      return line;
    }
    const first = texts.length > 8 ? 6 : texts.length;
    const parts = texts.map((text) => (text.length > 300 ? cut(text, 120) + '… (' + text.length + ' characters)' : text));
    line.append(...entries(parts.slice(0, first)));
    if (first < texts.length) {
      const rest = make('details', {}, make('summary', {}, 'and ' + (texts.length - first) + ' more'), ' ');
      rest.append(...entries(texts.slice(first)));
      line.append(' ', rest);
    }
    return line;
  };
  const rowOf = ({ cells }, columns) => {
    const row = make('tr', { role: 'row' });
    cells.forEach((values, column) => {
      const attributes = column === 0 ? { role: 'rowheader', scope: 'row' } : { role: 'cell', 'data-column': columns[column] };
      const cell = make(column === 0 ? 'th' : 'td', attributes);
      for (const value of values) {
        const shown = shownValue(value);
        const last = cell.lastElementChild;
        if (value.as === 'mark' && last !== null && last.tagName === 'DIV') last.append(' ', shown);
        else cell.append(shown);
      }
      row.append(cell);
    });
    return row;
  };

  const parts = new Map();
  const partOf = ({ id, title, path, columns }) => {
    const known = parts.get(id);
    if (known !== undefined) return known;
    const heads = columns.map((column) => make('th', { role: 'columnheader', scope: 'col' }, column));
    const count = make('span', { class: 'count' });
    const body = make('tbody', { role: 'rowgroup' });
    const empty = make('p', { class: 'empty' }, 'There is none.');
    const rest = make('p', { class: 'rest hint' });
    const table = make('table', { role: 'table' }, make('caption', { class: 'unseen' }, title),
      make('thead', { role: 'rowgroup' }, make('tr', { role: 'row' }, ...heads)), body);
    byId('screens').append(make('section', { class: 'screen', id, 'aria-labelledby': id + '-title' },
      make('h2', { id: id + '-title' }, title + ' ', count), make('p', { class: 'path' }, path),
      make('div', { class: 'frame' }, empty, table, rest)));
    const link = make('a', { href: '#' + id });
    const item = make('li', { class: 'to-screen' }, link);
    all('nav ul')[0].insertBefore(item, all('nav li:not(.to-screen)')[0]);
    const part = { count, body, empty, table, rest, link, rows: new Map(), isNew: true };
    parts.set(id, part);
    return part;
  };
  const number = (value) => value.toLocaleString('en');
  const showScreen = (screen) => {
    const { title, rows, total, columns, nouns } = screen;
    const part = partOf(screen);
    let at = part.body.firstElementChild;
    const seen = new Set();
    for (const object of rows) {
      seen.add(object.key);
      const told = JSON.stringify(object.cells);
      const known = part.rows.get(object.key);
      let row = known === undefined ? undefined : known.row;
      // A row in which somebody is stays until it is left.
      if (known === undefined || (known.told !== told && !known.row.contains(document.activeElement))) {
        row = rowOf(object, columns);
        if (known !== undefined) {
          if (at === known.row) at = known.row.nextElementSibling;
          const open = all('details', known.row).map((one) => one.open);
          all('details', row).forEach((one, index) => { one.open = open[index] === true; });
          known.row.remove();
        }
        part.rows.set(object.key, { row, told });
        if (!part.isNew) {
          row.classList.add('fresh');
          setTimeout(() => row.classList.remove('fresh'), FRESH_FOR);
        }
      }
      if (row === at) at = at.nextElementSibling;
      else part.body.insertBefore(row, at);
    }
    for (const [key, { row }] of part.rows) {
      if (seen.has(key)) continue;
      row.remove();
      part.rows.delete(key);
    }
    part.isNew = false;
    part.count.textContent = number(total);
    part.link.textContent = title + ' (' + number(total) + ')';
    part.empty.hidden = total > 0;
    part.table.hidden = total === 0;
    part.rest.hidden = rows.length === total;
    part.rest.textContent = 'The first ' + number(rows.length) + ' of ' + number(total) + ' are shown. The API lists all of them.';
    const counted = number(total) + ' ' + nouns[total === 1 ? 0 : 1];
    if (counted === part.counted) return [];
    part.counted = counted;
    return [counted];
  };

  const showContents = (isNew) => {
    const wasEmpty = parts.size === 0;
    const told = contents.screens.flatMap(showScreen);
    const select = byId('flow-configuration'), chosen = select.value;
    const choices = [['', 'by the criteria'], ...contents.configurations.map(({ key, name }) => [key, name])];
    const isThere = choices.some(([key]) => key === chosen);
    const gone = all('option', select).find((one) => one.value === chosen);
    if (!isThere) choices.push([chosen, gone.textContent.replace(/ [(]gone[)]$/, '') + ' (gone)']);
    if (JSON.stringify(choices) !== select.dataset.told) {
      select.dataset.told = JSON.stringify(choices);
      select.replaceChildren(...choices.map(([value, title]) => make('option', { value }, title)));
      select.value = chosen;
    }
    suggest();
    if (isNew && !wasEmpty) say('The tenant has changed' + (told.length === 0 ? '.' : ': ' + told.join(', ') + '.'));
  };
  const suggest = () => {
    const names = contents === undefined ? [] : contents.processes[byId('flow-platform').value];
    byId('processes').replaceChildren(...names.map((value) => make('option', { value })));
  };

  const logged = new Map();
  const time = (iso) => {
    const at = new Date(iso), two = (value) => String(value).padStart(2, '0');
    return [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':') + '.' + String(at.getMilliseconds()).padStart(3, '0');
  };
  const faultOf = ({ answer, carriedOut }) =>
    'struck by the fault ' + (typeof answer === 'string' ? answer : answer.status) + (carriedOut ? ', and carried out' : ', and not carried out');
  const breakable = (path) => path.split(/(?<=[/?&])/).flatMap((part) => [part, make('wbr', {})]);
  const entryRow = (entry) => {
    const { at, method, path, operationId, caller, status, fault } = entry;
    const mark = caller === 'console' ? [' ', make('span', { class: 'mark' }, 'console')] : [];
    const what = make('span', { class: 'what' }, operationId === undefined ? 'no such route' : operationId);
    return make('tr', { role: 'row' },
      make('td', { role: 'cell', class: 'time' }, time(at)),
      make('td', { role: 'cell', class: 'request' }, what, ...mark,
        make('span', { class: 'at' }, method + ' ', ...breakable(path.length > 200 ? cut(path, 200) + '…' : path)),
        ...(fault === undefined ? [] : [make('span', { class: 'warning' }, faultOf(fault))])),
      make('td', { role: 'cell', class: 'answer ' + (status === 0 || status >= 400 ? 'danger' : 'quiet') }, status === 0 ? 'none' : String(status)));
  };
  const showJournal = ({ latest, before }) => {
    const body = byId('entries');
    const keys = latest.map(({ number: one, at }) => one + ' ' + at);
    const kept = new Set(keys);
    for (const [key, row] of logged) {
      if (kept.has(key)) continue;
      row.remove();
      logged.delete(key);
    }
    let at = body.firstElementChild;
    latest.forEach((entry, index) => {
      let row = logged.get(keys[index]);
      if (row === undefined) logged.set(keys[index], (row = entryRow(entry)));
      if (row === at) at = at.nextElementSibling;
      else body.insertBefore(row, at);
    });
    byId('journal-count').textContent = number(before + latest.length);
    byId('before').textContent = before > 0 ? 'and ' + number(before) + ' before these' : latest.length === 0 ? 'No program has asked for anything yet.' : '';
  };

  const showConditions = ({ quirks, faults, rateLimit, visibilityLagMs, denied, restV1Only }) => {
    const told = [
      restV1Only ? 'REST v1 only' : '',
      rateLimit === null ? '' : rateLimit.requests + ' requests in ' + rateLimit.perSeconds + ' s',
      visibilityLagMs > 0 ? 'a new object is missing from reads for ' + visibilityLagMs + ' ms' : '',
      faults > 0 ? faults + (faults === 1 ? ' fault' : ' faults') : '',
      Object.keys(quirks).length > 0 ? 'quirks ' + Object.keys(quirks).join(', ') : '',
      denied.length > 0 ? 'denied: ' + denied.join(', ') : '',
    ].filter((one) => one !== '');
    byId('conditions').hidden = told.length === 0;
    byId('conditions').textContent = told.length === 0 ? '' : 'Programs meet this: ' + told.join('; ') +
      '. The screens show what is on the tenant all the same; an answer is made of what a program would read.';
  };
`;
