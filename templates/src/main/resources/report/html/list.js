/**
 * A table to filter and to sort, of which rows are drawn as they come into sight.
 *
 * Columns have a name, the value of a row to sort by, perhaps another text to filter by, and a cell.
 */
function list({ rows, columns, sort, filter = '', of = 'rows', onFilter, few = 8 }) {
  const CHUNK = 100;
  const texts = new Map();
  const body = el('tbody', { role: 'rowgroup' });
  const more = el('button', { type: 'button', class: 'more', click: draw }, 'Show more');
  const count = el('p', { class: 'count', role: 'status' });
  const heads = columns.map(head);
  let sorted = { column: -1, down: false };
  let shown = rows;
  let drawn = 0;

  function textOf(row) {
    if (!texts.has(row)) {
      const parts = columns.map((each) => (each.text ?? each.value)(row));
      texts.set(row, parts.join('\n').toLowerCase());
    }
    return texts.get(row);
  }

  function head(column, i) {
    const button = el('button', { type: 'button', click: () => sortBy(i) }, column.name);
    return el('th', { scope: 'col', role: 'columnheader', class: column.number && 'number' }, button);
  }

  function sortBy(i, down = sorted.column === i ? !sorted.down : columns[i].number === true) {
    sorted = { column: i, down };
    heads.forEach((each, j) => {
      j === i
        ? each.setAttribute('aria-sort', down ? 'descending' : 'ascending')
        : each.removeAttribute('aria-sort');
    });
    show();
  }

  function compare(one, other) {
    const { value, number: isNumber } = columns[sorted.column];
    const a = value(one);
    const b = value(other);
    const order = isNumber ? a - b : String(a).localeCompare(String(b), 'en');
    return sorted.down ? -order : order;
  }

  function show() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    shown = rows.filter((each) => words.every((word) => textOf(each).includes(word)));
    if (sorted.column >= 0) {
      shown.sort(compare);
    }
    count.textContent =
      shown.length === rows.length
        ? `${number(rows.length)} ${of}`
        : `${number(shown.length)} of ${number(rows.length)} ${of}`;
    body.replaceChildren();
    drawn = 0;
    draw();
  }

  function draw() {
    const next = shown.slice(drawn, drawn + CHUNK);
    body.append(...next.map(row));
    drawn += next.length;
    more.hidden = drawn >= shown.length;
  }

  function row(each) {
    return el(
      'tr',
      { role: 'row' },
      columns.map((column) =>
        el(
          'td',
          {
            role: 'cell',
            class: column.kind ?? (column.number ? 'number' : 'word'),
            'data-name': column.name,
          },
          cell(column, each),
        ),
      ),
    );
  }

  function cell(column, each) {
    if (column.cell) {
      return column.cell(each);
    }
    const value = column.value(each);
    return typeof value === 'number' ? number(value) : el('bdi', {}, value);
  }

  const input = el('input', {
    type: 'search',
    placeholder: 'Filter',
    'aria-label': `Filter ${of}`,
    autocomplete: 'off',
    spellcheck: 'false',
    input: () => {
      show();
      onFilter?.(input.value);
    },
  });
  input.value = filter;
  const table = el(
    'table',
    { class: 'list', role: 'table' },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, heads)),
    body,
  );
  if (sort) {
    sortBy(
      columns.findIndex((each) => each.name === sort.by),
      sort.down === true,
    );
  } else {
    show();
  }
  new IntersectionObserver((seen) => seen[0].isIntersecting && !more.hidden && draw(), {
    rootMargin: '600px',
  }).observe(more);
  const tools = el('div', { class: 'tools' }, rows.length > few ? input : '', count);
  return el('div', { class: 'listing' }, tools, table, more);
}
