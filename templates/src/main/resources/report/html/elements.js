/** Makes an element; texts stay texts, whatever they hold. */
function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(key, value);
    } else if (value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(
    ...children.flat(Infinity).filter((each) => each !== undefined && each !== '' && each !== false),
  );
  return made;
}

/** Where something of that kind and name is shown. */
function href(kind, ...names) {
  return `#${kind}=${names.map(encodeURIComponent).join('/')}`;
}

function link(kind, name, shown = name) {
  return el(
    'a',
    { href: href(kind, name), title: typeof shown === 'string' && name !== shown && name },
    shown,
  );
}

/** The last part of a class's name. */
function simple(className) {
  const bare = className.split('@')[0];
  return bare.slice(bare.lastIndexOf('.') + 1);
}

function classLink(name) {
  return page.named('classes', name) ? link('class', name, simple(name)) : el('bdi', {}, name);
}

function contextLink(name) {
  return page.named('contexts', name) ? link('context', name) : el('bdi', {}, name);
}

function tableLink(name) {
  return page.named('tables', name) ? link('table', name, breakable(name)) : el('bdi', {}, name);
}

/** A long name that breaks after its dots, slashes and underscores. */
function breakable(name) {
  return name.split(/(?<=[._/])/).flatMap((part, i) => (i === 0 ? [part] : [el('wbr'), part]));
}

/** Elements with commas between. */
function joined(elements) {
  return elements.flatMap((each, i) => (i === 0 ? [each] : [', ', each]));
}

function number(value) {
  return value.toLocaleString('en-US');
}

function counted(count, one, many = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : many}`;
}

function placeText(at) {
  return at.line === 0 ? at.file : `${at.file}:${at.line}`;
}

/** A place as code: the file with its line, and its folder below. */
function place(at) {
  const text = placeText(at);
  const end = at.file.lastIndexOf('/') + 1;
  const folder = end > 0 ? el('span', { class: 'folder' }, text.slice(0, end)) : '';
  return el('code', { class: 'place', title: text }, el('span', {}, text.slice(end)), folder);
}

function tag(word, kind = word) {
  return el('span', { class: `tag ${kind}` }, word);
}

/** A list of points, of which many are folded; nothing where there are none. */
function points(texts, many = 6) {
  const items = texts.map((each) => el('li', {}, each));
  const first = items.slice(0, items.length > many + 1 ? many : items.length);
  const others = items.slice(first.length);
  const folded = el('details', {}, el('summary', {}, `${number(others.length)} more`), el('ul', {}, others));
  return items.length === 0 ? '' : [el('ul', {}, first), others.length > 0 && folded];
}

/** Names with what they mean; those without anything are left out. */
function facts(pairs) {
  const shown = pairs.filter(([, value]) => value && value.length !== 0);
  return el(
    'dl',
    { class: 'facts' },
    shown.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
  );
}
