/** Shows what the address says, and keeps up with it. */
(() => {
  const byId = (id) => document.getElementById(id);
  const home = byId('home');
  const view = byId('view');
  const panel = byId('panel');
  const details = { context: contextPage, class: classPage, table: tablePage, arrow: arrowPage };
  const links = new Map();
  let tools;
  let drawn = false;
  let last = '';

  /** Name, what is named, and a filter: {@code #class=a.B}, {@code #map=orders/stock}, {@code #cuts?join}. */
  function address() {
    const [path, ...query] = location.hash.slice(1).split('?');
    const [kind, ...names] = path.split('=');
    try {
      return {
        kind: kind === '' ? 'overview' : kind,
        names: names.join('=').split('/').filter(Boolean).map(decodeURIComponent),
        filter: decodeURIComponent(query.join('?')),
      };
    } catch {
      return { kind: 'overview', names: [], filter: '' };
    }
  }

  function show() {
    const { kind, names, filter } = address();
    const listed = views.find((each) => each.id === kind && !each.home);
    const detail = details[kind];
    const atHome = !listed && !(detail && names.length > 0);
    const cameHome = atHome && last !== 'home';
    last = atHome ? 'home' : kind;
    home.hidden = !atHome;
    view.hidden = atHome;
    current(listed ? kind : atHome ? (kind === 'matrix' ? 'map' : kind) : '');
    if (atHome) {
      showHome(kind, names, cameHome);
    } else {
      view.replaceChildren(...[listed ? listView(listed, filter) : detail(...names)].flat(3).filter(Boolean));
      scrollTo(0, 0);
      view.querySelector('h2')?.focus({ preventScroll: true });
    }
    document.title = atHome ? title : `${view.querySelector('h2').textContent} - ${title}`;
  }

  function showHome(kind, names, came) {
    const onMap = (kind === 'map' || kind === 'matrix') && tools;
    const known = names.filter((each) => page.named('contexts', each));
    if (tools) {
      asMatrix(kind === 'matrix');
      picture.select(onMap ? known : []);
      select(onMap ? kind : 'map', onMap ? known : [], !came);
    }
    const section = byId(kind === 'matrix' ? 'map' : kind);
    const selecting = onMap && names.length > 0;
    if (section && (came || !selecting)) {
      kind === 'overview' ? scrollTo(0, 0) : section.scrollIntoView();
    }
  }

  function asMatrix(matrixShown) {
    byId('cells').hidden = !matrixShown;
    byId('pictures').hidden = matrixShown;
    tools.chosen(matrixShown);
    if (matrixShown && !drawn) {
      drawn = true;
      byId('cells').append(...matrix(order()).flat());
    }
  }

  /** Contexts as the picture has them: users first. */
  function order() {
    const drawnFirst = [...document.querySelectorAll('svg.wide .node')].map(
      (each) => page.rows('contexts')[each.dataset.index].name,
    );
    const others = page.rows('contexts').map((each) => each.name);
    return [...new Set([...drawnFirst, ...others])];
  }

  function select(kind, names, show) {
    panel.hidden = names.length === 0;
    const close = el('a', { class: 'close', href: `#${kind}`, 'aria-label': 'Close' }, '\u00d7');
    panel.replaceChildren(
      ...(names.length === 0
        ? []
        : names.length === 1
          ? [close, ...contextPanel(names[0], kind)]
          : [close, ...arrowPanel(...names)]),
    );
    if (show && names.length > 0) {
      panel.querySelector('h3').focus({ preventScroll: true });
      panel.scrollIntoView({ block: 'nearest' });
    }
  }

  function contextPanel(name, kind) {
    const context = page.named('contexts', name);
    const contested = page
      .where('tables', 'owner', name)
      .filter((each) => each.foreignWrites > 0 || each.writers.length > 1);
    return [
      el('h3', { tabindex: '-1' }, contextLink(name)),
      facts([
        ['Classes', number(context.classes)],
        ['Tables', number(context.tables)],
        ['Entry points', number(context.entryPoints)],
        ['Crossing', `${context.crossing} %`],
      ]),
      el('p', {}, context.evidence[0] ?? ''),
      contested.length === 0
        ? ''
        : el(
            'div',
            {},
            el('h4', {}, 'Its tables that others write'),
            el('p', {}, joined(contested.map((each) => tableLink(each.name)))),
          ),
      neighbours(name, kind),
      el('p', {}, el('a', { class: 'open', href: href('context', name) }, 'Open all of it')),
    ].filter(Boolean);
  }

  function arrowPanel(from, to) {
    const found = page.where('couplings', 'from', from).find((each) => each.to === to);
    return [
      el('h3', { tabindex: '-1' }, contextLink(from), ' uses ', contextLink(to)),
      el('p', {}, found ? useWords(found) : 'nothing that is seen'),
      el('p', {}, el('a', { class: 'open', href: href('arrow', from, to) }, 'Open on a page of its own')),
      ...arrowParts(from, to).filter(Boolean),
    ];
  }

  function current(id) {
    links.forEach((each, key) => {
      key === id ? each.setAttribute('aria-current', 'page') : each.removeAttribute('aria-current');
    });
  }

  function navigation() {
    for (const each of views) {
      const count = each.home ? '' : el('span', { class: 'badge' }, number(page.count(each.id)));
      const made = el('a', { href: `#${each.id}` }, each.name, count);
      links.set(each.id, made);
      byId('nav').append(made);
    }
    byId('nav').hidden = false;
  }

  /** Names that stand in the page become links, and the table of contexts can be sorted. */
  function enliven() {
    document.querySelectorAll('[data-link]').forEach((each) => {
      const name = each.textContent;
      const kind = each.dataset.link;
      if (page.named(`${kind}s`, name)) {
        each.replaceChildren(link(kind, name));
      }
    });
    document.querySelectorAll('[data-go]').forEach((each) => {
      each.replaceChildren(el('a', { href: `#${each.dataset.go}` }, each.textContent));
    });
    byId('contexts')
      .querySelector('table')
      ?.replaceWith(
        list({
          rows: page.rows('contexts'),
          columns: columns.contexts,
          sort: { by: 'Classes', down: true },
          of: 'contexts',
        }),
      );
    const turns = page.rows('extractions');
    const taken = turns.filter((each) => each.turn > 0);
    const left = turns.filter((each) => each.turn === 0);
    const tables = byId('roadmap').querySelectorAll('table');
    [taken, left]
      .filter((rows) => rows.length > 0)
      .forEach((rows, i) => {
        const shown = columns.extractions.filter(
          (each) => rows === taken || !['Turn', 'Days'].includes(each.name),
        );
        tables[i].replaceWith(list({ rows, columns: shown, of: 'contexts' }));
      });
  }

  /** On paper nothing comes into sight by scrolling. */
  function drawMuch() {
    const CHUNKS = 20;
    document.querySelectorAll('.more').forEach((each) => {
      for (let i = 0; i < CHUNKS && !each.hidden; i++) {
        each.click();
      }
    });
  }

  const title = document.title;
  document.documentElement.classList.add('live');
  navigation();
  enliven();
  byId('search').append(...search());
  byId('search').hidden = false;
  if (byId('map')) {
    picture.start();
    tools = mapTools((matrixShown) => {
      location.hash = matrixShown ? '#matrix' : '#map';
    });
    byId('map-tools').append(...tools.element);
    byId('map-tools').hidden = false;
  }
  addEventListener('hashchange', show);
  addEventListener('beforeprint', drawMuch);
  show();
})();
