/** A box that finds contexts, classes, tables and entry points by a part of their name. */
function search() {
  const MOST = 12;
  const things = [
    ...page.rows('contexts').map((each) => thing('context', each.name, href('context', each.name))),
    ...page.rows('tables').map((each) => thing('table', each.name, href('table', each.name))),
    ...page
      .rows('classes')
      .map((each) => thing('class', each.name, href('class', each.name), simple(each.name))),
    ...page
      .rows('entrypoints')
      .map((each) => thing('entry point', each.id, `#entrypoints?${encodeURIComponent(each.id)}`)),
  ];
  let found = [];
  let active = -1;

  function thing(kind, name, to, shown = name) {
    return { kind, name, to, shown, key: name.toLowerCase(), last: shown.toLowerCase() };
  }

  /** The best ones: whole names, then beginnings, then parts. */
  function matches(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) {
      return [];
    }
    const score = (each) =>
      each.last === words[0] ? 0 : each.last.startsWith(words[0]) ? 1 : each.last.includes(words[0]) ? 2 : 3;
    return things
      .filter((each) => words.every((word) => each.key.includes(word)))
      .map((each) => ({ each, score: score(each) }))
      .sort((a, b) => a.score - b.score || a.each.last.length - b.each.last.length)
      .slice(0, MOST)
      .map(({ each }) => each);
  }

  function show() {
    found = matches(input.value);
    active = -1;
    const none = input.value.trim() !== '' && found.length === 0;
    options.replaceChildren(
      ...found.map((each, i) =>
        el(
          'li',
          {
            role: 'option',
            id: `option${i}`,
            mousedown: (event) => event.preventDefault(),
            click: () => open(i),
          },
          el('bdi', { class: 'hit-name' }, each.shown),
          el(
            'span',
            { class: 'aside' },
            each.shown === each.name
              ? each.kind
              : `${each.kind} in ${each.name.slice(0, -each.shown.length - 1)}`,
          ),
        ),
      ),
      none ? el('li', { class: 'aside' }, 'Nothing has a name like this.') : '',
    );
    expand(found.length > 0 || none);
  }

  function expand(shown) {
    options.hidden = !shown;
    input.setAttribute('aria-expanded', String(shown));
    input.removeAttribute('aria-activedescendant');
  }

  function open(i) {
    location.hash = found[i].to;
    input.value = '';
    show();
    input.blur();
  }

  function move(by) {
    active = (active + by + found.length) % found.length;
    [...options.children].forEach((each, i) => each.setAttribute('aria-selected', String(i === active)));
    options.children[active].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', `option${active}`);
  }

  function key(event) {
    if (event.key === 'Escape') {
      input.value = '';
      show();
    } else if (event.key === 'Enter' && found.length > 0) {
      open(Math.max(0, active));
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length > 0) {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : active < 0 ? 0 : -1);
    }
  }

  const options = el('ul', {
    id: 'options',
    role: 'listbox',
    class: 'options',
    'aria-label': 'Found',
    hidden: true,
  });
  const input = el('input', {
    type: 'search',
    role: 'combobox',
    placeholder: 'Search classes, tables, contexts, routes',
    'aria-label': 'Search classes, tables, contexts and entry points',
    'aria-controls': 'options',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    spellcheck: 'false',
    input: show,
    keydown: key,
    focus: show,
    blur: () => expand(false),
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      input.focus();
    }
  });
  return [input, options];
}
