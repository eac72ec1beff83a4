/** Everything about a class. */
function classPage(name) {
  const found = page.named('classes', name);
  if (!found) {
    return unknown('Class', name);
  }
  const owned = page.where('accesses', 'class', name);
  return [
    title('Class', simple(name), el('p', { class: 'aside' }, el('bdi', {}, name))),
    facts([
      ['Place', [place(found.at)]],
      ['Role', [tag(found.role)]],
      ['Context', found.context === '' ? '' : [nearest(found)].flat()],
      ['Why', found.reason],
      ['Told', found.told],
      [
        'Confidence',
        found.told === '' && found.confidence >= 0 ? `in ${found.confidence} % of the runs` : '',
      ],
      ['Also fits', found.alternatives.join(', ')],
      ['Its methods and fields, by the context they reach', points(found.ways)],
      [
        'It is',
        `a ${found.kind} of ${counted(found.lines, 'line')} with ${counted(found.methods, 'method')}, in ${found.language}`,
      ],
      ['Ask more', [el('code', {}, `msvc explain ${name}`)]],
    ]),
    part(
      'Uses',
      'dependencies',
      page.where('dependencies', 'from', name),
      { by: 'References', down: true },
      'classes',
      ['From'],
    ),
    part(
      'Is used by',
      'dependencies',
      page.where('dependencies', 'to', name),
      { by: 'References', down: true },
      'classes',
      ['To'],
    ),
    part('Tables', 'accesses', owned, { by: 'Does' }, 'accesses', ['By']),
    part(
      'Changes together with',
      'changes',
      [...page.where('changes', 'from', name), ...page.where('changes', 'to', name)],
      { by: 'Commits', down: true },
      'pairs',
    ),
    part(
      'Entry points',
      'entrypoints',
      page.where('entrypoints', 'class', name),
      { by: 'Entry point' },
      'entry points',
      ['Context'],
    ),
  ];
}

/** Everything about a table. */
function tablePage(name) {
  const found = page.named('tables', name);
  if (!found) {
    return unknown('Table', name);
  }
  const accesses = page.where('accesses', 'table', name);
  const by = (writes) =>
    joined(
      [
        ...new Set(
          accesses.filter((each) => (each.op !== 'select') === writes).map((each) => page.home(each.class)),
        ),
      ]
        .filter(Boolean)
        .sort()
        .map(contextLink),
    );
  return [
    title('Table', name),
    facts([
      ['Owner', found.owner === '' ? 'nobody' : [contextLink(found.owner)]],
      ['Why', found.reason],
      ['Written by', by(true)],
      ['Read by', by(false)],
      ['Entities', joined(found.entities.map(classLink))],
      ['Foreign keys', points(found.references)],
      ['Shows', joined(found.dependsOn.map(tableLink))],
      ['Columns', number(found.columns)],
      ['Defined at', [seen(found.at, [], found.at.length)].flat()],
    ]),
    part('Readers and writers', 'accesses', accesses, { by: 'Does', down: true }, 'accesses', ['Table']),
    part('Cuts', 'cuts', page.where('cuts', 'tables', name), { by: 'Hurts', down: true }, 'cuts'),
  ];
}
