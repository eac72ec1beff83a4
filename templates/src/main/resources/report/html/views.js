/** What the navigation leads to, in its order; what is at home lies on the first page. */
const views = [
  { id: 'overview', name: 'Overview', home: true },
  { id: 'map', name: 'Map', home: true },
  { id: 'contexts', name: 'Contexts', home: true },
  { id: 'roadmap', name: 'Roadmap', home: true },
  {
    id: 'classes',
    name: 'Classes',
    sort: { by: 'Used by', down: true },
    says: 'All top-level types, with where they belong and how sure that is.',
  },
  {
    id: 'tables',
    name: 'Tables',
    sort: { by: 'Foreign writes', down: true },
    says: 'All tables and views, with who owns and who writes them.',
  },
  {
    id: 'entrypoints',
    name: 'Entry points',
    sort: { by: 'Entry point' },
    says: 'All ways into the code from outside.',
  },
  {
    id: 'aggregates',
    name: 'Aggregates',
    sort: { by: 'Members', down: true },
    says: 'What is stored, changed and removed together.',
  },
  {
    id: 'cuts',
    name: 'Cuts',
    sort: { by: 'Hurts', down: true },
    says: 'What is one today and lies on both sides of a boundary, with what to do.',
  },
  {
    id: 'findings',
    name: 'Findings',
    sort: { by: 'Severity', down: true },
    says: 'What kills migrations, with its evidence.',
  },
  {
    id: 'questions',
    name: 'Questions',
    says: 'What only a person can decide; most depends on the first ones.',
  },
  { id: 'unread', name: 'Not understood', sort: { by: 'Place' }, says: 'What was seen and not understood.' },
];

/** A view of a list, filtered by what the link says. */
function listView(view, filter) {
  const rows = page.rows(view.id);
  const heading = el(
    'div',
    { class: 'title' },
    el('h2', { tabindex: '-1' }, view.name),
    el('p', { class: 'aside' }, view.says),
  );
  if (rows.length === 0) {
    return [heading, el('p', {}, 'There are none.')];
  }
  if (view.id === 'questions') {
    return [heading, rows.map(question)];
  }
  const onFilter = (text) => {
    history.replaceState(null, '', text === '' ? `#${view.id}` : `#${view.id}?${encodeURIComponent(text)}`);
  };
  return [
    heading,
    list({
      rows,
      columns: columns[view.id],
      sort: view.sort,
      filter,
      of: view.name.toLowerCase(),
      onFilter,
      few: 0,
    }),
  ];
}

function question(row) {
  return el(
    'section',
    { class: 'card question' },
    el('h3', {}, row.ask),
    el('p', { class: 'aside' }, `${counted(row.changes, 'thing')} change with another answer`),
    el(
      'ul',
      {},
      row.answers.map((context, i) =>
        el(
          'li',
          {},
          context === '' ? 'no context' : contextLink(context),
          row.shares[i] && ` in ${row.shares[i]} of the runs`,
          row.evidence[i] && `: ${row.evidence[i]}`,
          row.commands[i] && el('code', { class: 'block' }, row.commands[i]),
        ),
      ),
    ),
  );
}
