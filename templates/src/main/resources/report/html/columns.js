/** What tables show of each kind of thing. */
const columns = {
  contexts: [
    { name: 'Context', value: (each) => each.name, cell: (each) => contextLink(each.name) },
    { name: 'Classes', number: true, value: (each) => each.classes },
    { name: 'Lines', number: true, value: (each) => each.lines },
    { name: 'Tables', number: true, value: (each) => each.tables },
    { name: 'Entry points', number: true, value: (each) => each.entryPoints },
    {
      name: 'Crossing',
      number: true,
      value: (each) => each.crossing,
      cell: (each) => `${each.crossing} %`,
    },
    { name: 'Out', number: true, value: (each) => each.outgoing },
    { name: 'In', number: true, value: (each) => each.incoming },
    { name: 'Foreign reads', number: true, value: (each) => each.foreignReads },
    { name: 'Foreign writes', number: true, value: (each) => each.foreignWrites },
    { name: 'Written by others', number: true, value: (each) => each.writtenByOthers },
  ],
  classes: [
    { name: 'Class', kind: 'name', value: (each) => each.name, cell: (each) => classCell(each.name) },
    { name: 'Role', value: (each) => each.role, cell: (each) => tag(each.role) },
    { name: 'Context', value: (each) => each.context, cell: nearest },
    {
      name: 'Confidence',
      number: true,
      value: (each) => each.confidence,
      cell: (each) => confidence(each),
    },
    { name: 'Also fits', kind: 'name', value: (each) => each.alternatives.join(', ') },
    { name: 'Kind', value: (each) => each.kind },
    { name: 'Lines', number: true, value: (each) => each.lines },
    { name: 'Used by', number: true, value: (each) => page.where('dependencies', 'to', each.name).length },
    { name: 'Uses', number: true, value: (each) => page.where('dependencies', 'from', each.name).length },
  ],
  tables: [
    { name: 'Table', kind: 'code', value: (each) => each.name, cell: (each) => tableLink(each.name) },
    { name: 'Kind', value: (each) => each.kind },
    { name: 'Owner', value: (each) => each.owner, cell: (each) => contextLink(each.owner) },
    {
      name: 'Written by',
      value: (each) => each.writers.join(', '),
      cell: (each) => el('span', { class: each.writers.length > 1 && 'many' }, joined(each.writers.map(contextLink))),
    },
    { name: 'Foreign writes', number: true, value: (each) => each.foreignWrites },
    { name: 'Accesses', number: true, value: (each) => each.accesses },
    { name: 'Touched', value: (each) => (each.touched ? 'yes' : 'no') },
    { name: 'Why this owner', kind: 'prose', value: (each) => each.reason },
  ],
  entrypoints: [
    { name: 'Entry point', kind: 'code', value: (each) => each.id },
    { name: 'Kind', value: (each) => each.kind },
    { name: 'Context', value: (each) => each.context, cell: (each) => contextLink(each.context) },
    {
      name: 'Method',
      kind: 'name',
      value: (each) => `${each.class}.${each.method}`,
      cell: (each) => [classLink(each.class), `.${each.method}`],
    },
    { name: 'Certainty', value: (each) => each.certainty },
    { name: 'Place', kind: 'at', value: (each) => placeText(each.at), cell: (each) => place(each.at) },
  ],
  dependencies: [
    { name: 'From', kind: 'name', value: (each) => each.from, cell: (each) => homed(each.from) },
    { name: 'To', kind: 'name', value: (each) => each.to, cell: (each) => homed(each.to) },
    { name: 'References', number: true, value: (each) => each.count },
    { name: 'Kinds', value: (each) => each.kinds },
    { name: 'First place', kind: 'at', value: (each) => placeText(each.at), cell: (each) => place(each.at) },
  ],
  accesses: [
    { name: 'Table', kind: 'code', value: (each) => each.table, cell: (each) => tableLink(each.table) },
    { name: 'Does', value: (each) => each.op, cell: (each) => tag(each.op, each.op === 'select' ? 'read' : 'write') },
    {
      name: 'By',
      kind: 'name',
      value: (each) => `${each.class}.${each.method} ${page.home(each.class)}`,
      cell: (each) => [homed(each.class), each.method && el('div', { class: 'aside' }, each.method)],
    },
    { name: 'Through', value: (each) => `${each.via}, ${each.certainty}` },
    { name: 'Place', kind: 'at', value: (each) => placeText(each.at), cell: (each) => place(each.at) },
  ],
  cuts: [
    { name: 'Hurts', number: true, value: (each) => each.hurts },
    {
      name: 'Kind',
      value: (each) => each.kind,
      text: (each) => `${each.kind} ${each.title}`,
      cell: (each) => el('span', { class: 'tag kind', title: each.title }, each.kind),
    },
    { name: 'From', value: (each) => each.from, cell: (each) => contextLink(each.from) },
    { name: 'To', value: (each) => each.to, cell: (each) => contextLink(each.to) },
    {
      name: 'What',
      kind: 'prose long',
      value: (each) => each.subject,
      text: (each) => `${each.what} ${each.text} ${each.at.map(placeText).join(' ')}`,
      cell: cutText,
    },
    {
      name: 'What to do',
      kind: 'prose',
      value: (each) => `${each.remedy} ${each.advice}`,
      cell: (each) => [
        each.remedy && el('strong', {}, `${each.remedy}: `),
        each.advice,
        each.why && el('div', { class: 'aside' }, each.why),
      ],
    },
  ],
  findings: [
    { name: 'Severity', number: true, kind: 'word', value: (each) => ['low', 'medium', 'high'].indexOf(each.severity), text: (each) => each.severity, cell: (each) => tag(each.severity) },
    { name: 'Rule', value: (each) => each.rule.replace(/^MSVC-/, '') },
    {
      name: 'What',
      kind: 'prose',
      value: (each) => each.message,
      text: (each) => [each.message, each.accepted, ...each.contexts].join(' '),
      cell: (each) => [
        each.message,
        each.accepted && el('div', { class: 'aside' }, `Accepted: ${each.accepted}`),
        el('div', { class: 'aside' }, joined(each.contexts.map(contextLink))),
      ],
    },
    { name: 'What to do', kind: 'prose', value: (each) => each.remedy },
    { name: 'Evidence', kind: 'at', value: (each) => each.evidence.join('\n'), cell: (each) => seen(each.at, each.evidence, each.seen) },
  ],
  aggregates: [
    { name: 'Aggregate', kind: 'name', value: (each) => each.name, cell: (each) => classLink(each.name) },
    { name: 'Contexts', value: (each) => each.contexts.join(', '), cell: (each) => joined(each.contexts.map(contextLink)) },
    { name: 'Members', number: true, value: (each) => each.members.length },
    { name: 'With it', kind: 'name', value: (each) => each.members.join(' '), cell: (each) => joined(each.members.map(classLink)) },
    { name: 'Tables', kind: 'code', value: (each) => each.tables.join(' '), cell: (each) => joined(each.tables.map(tableLink)) },
    { name: 'Repositories', kind: 'name', value: (each) => each.repositories.join(' '), cell: (each) => joined(each.repositories.map(classLink)) },
    { name: 'Certainty', value: (each) => each.certainty },
  ],
  extractions: [
    { name: 'Turn', number: true, value: (each) => each.turn, cell: (each) => (each.turn > 0 ? number(each.turn) : '') },
    {
      name: 'Context',
      value: (each) => each.contexts.join(', '),
      cell: (each) => joined(each.contexts.map(contextLink)),
    },
    { name: 'Classes', number: true, value: (each) => each.classes },
    { name: 'Tables', number: true, value: (each) => each.tables },
    { name: 'Cuts', number: true, value: (each) => each.cuts },
    { name: 'Calls', number: true, value: (each) => each.calls },
    { name: 'Days', number: true, value: (each) => each.dayMiddle, cell: (each) => each.days },
    {
      name: 'Risk',
      value: (each) => ['low', 'medium', 'high'].indexOf(each.risk),
      text: (each) => each.risk,
      cell: (each) => tag(each.risk),
    },
    {
      name: 'Why here',
      kind: 'prose',
      value: (each) => `${each.together} ${each.why}`,
      cell: (each) => [
        each.together && `${each.together}; `,
        each.why,
        each.reasons.length > 0 && el('div', { class: 'aside' }, `Risk: ${each.reasons.join('; ')}`),
      ],
    },
  ],
  unread: [
    { name: 'Place', kind: 'at', value: (each) => placeText(each.at), cell: (each) => place(each.at) },
    { name: 'Why it was not understood', kind: 'prose', value: (each) => each.reason },
  ],
};

/** The name of a class above its package. */
function classCell(name) {
  const end = name.length - simple(name).length - 1;
  return [classLink(name), el('div', { class: 'aside package' }, breakable(name.slice(0, Math.max(0, end))))];
}

/** A class with where it belongs. */
function homed(name) {
  const home = page.home(name);
  return name === ''
    ? 'outside of classes'
    : [classLink(name), home && el('div', { class: 'aside' }, home)];
}

function nearest(row) {
  return row.context === ''
    ? ''
    : row.role === 'member'
      ? contextLink(row.context)
      : ['near ', contextLink(row.context)];
}

function confidence(row) {
  if (row.told !== '') {
    return 'told';
  }
  if (row.confidence < 0) {
    return '';
  }
  return el('span', { class: row.confidence < 60 && 'doubt' }, `${row.confidence} %`);
}

function cutText(cut) {
  const whole = cut.what.startsWith(cut.subject);
  return [
    el('strong', {}, cut.subject),
    whole ? cut.what.slice(cut.subject.length) : `: ${cut.what}`,
    cut.text && el('code', { class: 'block' }, cut.text),
    seen(cut.at, [], cut.seen),
  ];
}

/** Places with what was seen there: the first ones, and the rest to open. */
function seen(places, what, count) {
  const lines = places.map((each, i) => el('li', {}, what[i] ? [what[i], el('br')] : '', place(each)));
  const rest = count - places.length;
  const left = rest > 0 ? [el('li', {}, `and ${number(rest)} more`)] : [];
  const first = el('ul', { class: 'places' }, lines.slice(0, 2));
  const others = [...lines.slice(2), ...left];
  return others.length === 0
    ? first
    : [
        first,
        el(
          'details',
          {},
          el('summary', {}, `${number(count - 2)} more`),
          el('ul', { class: 'places' }, others),
        ),
      ];
}
