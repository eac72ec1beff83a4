/**
 * Who uses whom as a matrix, which stays readable where arrows do not: the context of a row uses
 * that of a column. Users stand before what they use, so what lies below the diagonal goes back.
 */
function matrix(order) {
  const MOST = 60;
  const names = order.slice(0, MOST);
  const cells = new Map();
  let heaviest = 1;
  for (const each of page.rows('couplings')) {
    const weight = each.references + each.reads + each.writes;
    cells.set(`${each.from}\n${each.to}`, { ...each, weight });
    heaviest = Math.max(heaviest, weight);
  }
  const says = el(
    'p',
    { class: 'says', role: 'status' },
    'Point at a cell to read it; open it for the places.',
  );

  function cell(from, to) {
    if (from === to) {
      return el('td', { class: 'self', role: 'gridcell' });
    }
    const found = cells.get(`${from}\n${to}`);
    if (!found) {
      return el('td', { role: 'gridcell' });
    }
    const words = useWords(found);
    const strength = Math.ceil((Math.log1p(found.weight) / Math.log1p(heaviest)) * 5);
    const button = el(
      'a',
      {
        href: href('matrix', from, to),
        tabindex: '-1',
        'aria-label': `${from} uses ${to}: ${words}`,
        class: `heat${strength}${found.writes > 0 ? ' writes' : ''}`,
      },
      short(found.weight),
    );
    const tell = () => {
      says.replaceChildren(el('bdi', {}, from), ' uses ', el('bdi', {}, to), `: ${words}`);
      cross(from, to);
    };
    button.addEventListener('mouseenter', tell);
    button.addEventListener('focus', tell);
    return el('td', { role: 'gridcell' }, button);
  }

  function cross(from, to) {
    const row = names.indexOf(from);
    const column = names.indexOf(to);
    [...grid.tBodies[0].rows].forEach((each, i) => {
      each.classList.toggle('crossed', i === row);
      [...each.cells].forEach((one, j) => one.classList.toggle('crossed', j === column + 1));
    });
    [...grid.tHead.rows[0].cells].forEach((one, j) => one.classList.toggle('crossed', j === column + 1));
  }

  /** With the arrow keys from cell to cell. */
  function walk(event) {
    const way = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    const from = event.target.closest('td');
    if (!way || !from) {
      return;
    }
    event.preventDefault();
    let row = from.parentElement.sectionRowIndex + way[0];
    let column = from.cellIndex + way[1];
    while (grid.tBodies[0].rows[row]?.cells[column]) {
      const next = grid.tBodies[0].rows[row].cells[column].querySelector('a');
      if (next && column > 0) {
        grid.querySelectorAll('td a').forEach((each) => each.setAttribute('tabindex', '-1'));
        next.setAttribute('tabindex', '0');
        next.focus();
        return;
      }
      row += way[0];
      column += way[1];
    }
  }

  const head = el(
    'tr',
    { role: 'row' },
    el('td', { class: 'corner' }, 'uses \u2192'),
    names.map((each, i) =>
      el('th', { scope: 'col', role: 'columnheader', title: each }, el('span', {}, `${i + 1}`)),
    ),
  );
  const grid = el(
    'table',
    { class: 'dsm', role: 'grid', 'aria-label': 'Which context uses which', keydown: walk },
    el('thead', { role: 'rowgroup' }, head),
    el(
      'tbody',
      { role: 'rowgroup' },
      names.map((from, i) =>
        el(
          'tr',
          { role: 'row' },
          el(
            'th',
            { scope: 'row', role: 'rowheader' },
            el('span', { class: 'ordinal' }, `${i + 1}`),
            ' ',
            link('matrix', from),
          ),
          names.map((to) => cell(from, to)),
        ),
      ),
    ),
  );
  grid.querySelector('td a')?.setAttribute('tabindex', '0');
  const left = order.length - names.length;
  return [
    el(
      'p',
      { class: 'aside' },
      'The context of a row uses that of a column. Users come first: what lies below the diagonal goes back, against the order. ',
      left > 0 ? `${left} more contexts: msvc get contexts` : '',
    ),
    el(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Matrix of the contexts' },
      grid,
    ),
    says,
  ];
}

/** A number in at most four signs. */
function short(value) {
  return value < 1000
    ? `${value}`
    : value < 10000
      ? `${(value / 1000).toFixed(1)}k`
      : `${Math.round(value / 1000)}k`;
}

/** What one context uses of another, in words. */
function useWords({ references, reads, writes }) {
  return [
    references > 0 && counted(references, 'reference'),
    reads > 0 && counted(reads, 'read'),
    writes > 0 && counted(writes, 'write'),
  ]
    .filter(Boolean)
    .join(', ');
}
