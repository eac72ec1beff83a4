/** The name of a class above its package. */
function classCell(name) {
  const end = name.length - simple(name).length - 1;
  return [classLink(name), el('div', { class: 'aside package' }, breakable(name.slice(0, Math.max(0, end))))];
}

/** A class with where it belongs. */
function homed(name) {
  const home = page.home(name);
  return name === '' ? 'outside of classes' : [classLink(name), home && el('div', { class: 'aside' }, home)];
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
