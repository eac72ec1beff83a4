/** A part of a page of details; nothing where there are no rows. */
function part(title, kind, rows, sort, of, left = []) {
  const shown = columns[kind].filter((each) => !left.includes(each.name));
  return rows.length === 0
    ? ''
    : el('section', { class: 'part' }, el('h3', {}, title), list({ rows, columns: shown, sort, of }));
}

function title(kind, name, ...more) {
  return el(
    'div',
    { class: 'title' },
    el('p', { class: 'kind' }, kind),
    el('h2', { tabindex: '-1' }, el('bdi', {}, name)),
    more,
  );
}

function unknown(kind, name) {
  return [title(kind, name), el('p', {}, 'There is nothing of this name in this page.')];
}

/** Everything about a context. */
function contextPage(name) {
  const context = page.named('contexts', name);
  if (!context) {
    return unknown('Context', name);
  }
  const classes = page.where('classes', 'context', name);
  const members = classes.filter((each) => each.role === 'member');
  const near = classes.filter((each) => each.role !== 'member');
  const tables = page.where('tables', 'owner', name);
  const foreign = page
    .rows('accesses')
    .filter(
      (each) => page.contextOf(each.class) === name && page.named('tables', each.table)?.owner !== name,
    );
  return [
    title('Context', name, el('p', {}, el('a', { href: href('map', name) }, 'Show it on the map'))),
    facts([
      ['Classes', counted(context.classes, 'class', 'classes')],
      ['Lines', number(context.lines)],
      ['Tables', number(context.tables)],
      ['Entry points', number(context.entryPoints)],
      [
        'References that cross',
        `${context.crossing} %: ${number(context.outgoing)} out, ${number(context.incoming)} in`,
      ],
      ['Tables of others', `${number(context.foreignReads)} read, ${number(context.foreignWrites)} written`],
      ['Its tables written by others', number(context.writtenByOthers)],
      ['Transactions that cross', number(context.transactions)],
      ['Accepted as', context.id],
    ]),
    el('h3', {}, 'Why it is one'),
    points(context.evidence),
    turn(name),
    team(name),
    neighbours(name),
    part('Tables', 'tables', tables, { by: 'Foreign writes', down: true }, 'tables', ['Owner']),
    part('Classes', 'classes', members, { by: 'Used by', down: true }, 'classes', ['Role', 'Context']),
    part('Near it, and in no context', 'classes', near, { by: 'Role' }, 'classes'),
    part(
      'Entry points',
      'entrypoints',
      page.where('entrypoints', 'context', name),
      { by: 'Entry point' },
      'entry points',
      ['Context'],
    ),
    part(
      'Aggregates',
      'aggregates',
      page.where('aggregates', 'contexts', name),
      { by: 'Members', down: true },
      'aggregates',
    ),
    part(
      'What its boundary cuts',
      'cuts',
      page.where('cuts', 'contexts', name),
      { by: 'Hurts', down: true },
      'cuts',
    ),
    part(
      'Findings',
      'findings',
      page.where('findings', 'contexts', name),
      { by: 'Severity', down: true },
      'findings',
    ),
    part('Tables of others that it reaches', 'accesses', foreign, { by: 'Does', down: true }, 'accesses'),
    part(
      'Classes that change with those of other contexts',
      'changes',
      changesAcross(name),
      { by: 'Commits', down: true },
      'pairs',
    ),
  ];
}

function changesAcross(context) {
  return page.rows('changes').filter((each) => {
    const from = page.contextOf(each.from);
    const to = page.contextOf(each.to);
    return from !== to && from !== '' && to !== '' && (from === context || to === context);
  });
}

/** Where a context stands in the order of extraction. */
function turn(name) {
  const found = page.where('extractions', 'contexts', name)[0];
  if (!found) {
    return '';
  }
  const others = found.contexts.filter((each) => each !== name);
  return el(
    'section',
    { class: 'part' },
    el('h3', {}, found.turn > 0 ? `Number ${found.turn} in the order of extraction` : 'Left in the monolith'),
    el('p', {}, found.why),
    facts([
      ['Together with', joined(others.map(contextLink))],
      ['Why together', found.together],
      ['Effort', `${found.days} person-days, ${found.coupling} of them for what it shares with the rest`],
      ['Risk', [tag(found.risk)]],
      ['Why this risk', points(found.reasons)],
      ['Calls across its boundary', number(found.calls)],
      ['Steps done', found.done > 0 && String(found.done)],
    ]),
    steps(found.name),
  );
}

function steps(name) {
  return el(
    'ol',
    { class: 'steps' },
    page
      .where('steps', 'name', name)
      .map((each) =>
        el(
          'li',
          {},
          el('strong', {}, each.title),
          ` ${each.days} days`,
          each.cuts > 0 ? `, ${counted(each.cuts, 'cut')}` : '',
          each.state === 'todo' ? '' : [' ', tag(each.state, 'kind')],
          el('div', { class: 'aside' }, each.work.join('; ')),
          el('div', { class: 'aside' }, `Done when ${each.doneWhen}.`),
        ),
      ),
  );
}

function team(name) {
  const found = page.where('teams', 'context', name)[0];
  if (!found || found.commits === 0) {
    return '';
  }
  return el(
    'section',
    { class: 'part' },
    el('h3', {}, 'Who works on it'),
    facts([
      ['Commits', `${number(found.commits)}, ${number(found.recent)} in the last two years`],
      ['Made half of them', `${counted(found.busFactor, 'person', 'people')}, ${found.stillHere} still here`],
      ['Most recent commits', points(found.authors.slice(0, 5))],
      [found.straddles ? 'Straddles teams' : 'Team', found.teams.slice(0, 5).join(', ')],
    ]),
  );
}
