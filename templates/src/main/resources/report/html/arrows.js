/** What a context uses, and what uses it, as links to arrows. */
function neighbours(name, kind = 'map') {
  const side = (heading, rows, other) =>
    el(
      'div',
      {},
      el('h4', {}, heading),
      rows.length === 0
        ? el('p', { class: 'aside' }, 'nothing')
        : el(
            'ul',
            { class: 'neighbours' },
            rows.map((each) =>
              el(
                'li',
                {},
                el('a', { href: href(kind, each.from, each.to) }, el('bdi', {}, each[other])),
                el('span', { class: 'aside' }, useWords(each)),
              ),
            ),
          ),
    );
  return el(
    'div',
    { class: 'sides' },
    side('Uses', page.where('couplings', 'from', name), 'to'),
    side('Is used by', page.where('couplings', 'to', name), 'from'),
  );
}

/** What is behind an arrow: references, accesses and cuts, each with its place. */
function arrowParts(from, to) {
  const references = page
    .rows('dependencies')
    .filter((each) => page.contextOf(each.from) === from && page.contextOf(each.to) === to);
  const accesses = page
    .rows('accesses')
    .filter((each) => page.contextOf(each.class) === from && page.named('tables', each.table)?.owner === to);
  const cuts = page.where('cuts', 'contexts', from).filter((each) => each.contexts.includes(to));
  return [
    part('References', 'dependencies', references, { by: 'References', down: true }, 'pairs of classes'),
    part('Tables of it that are reached', 'accesses', accesses, { by: 'Does', down: true }, 'accesses'),
    part('Cuts that concern both', 'cuts', cuts, { by: 'Hurts', down: true }, 'cuts'),
  ];
}

function arrowPage(from, to) {
  const found = page.where('couplings', 'from', from).find((each) => each.to === to);
  return [
    el(
      'div',
      { class: 'title' },
      el('p', { class: 'kind' }, 'Dependency'),
      el('h2', { tabindex: '-1' }, contextLink(from), ' uses ', contextLink(to)),
      el('p', {}, found ? useWords(found) : 'nothing that is seen'),
    ),
    arrowParts(from, to),
  ];
}
