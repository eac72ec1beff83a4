/** The picture of the contexts: what is pointed at lights up with its neighbours. */
const picture = (() => {
  const pictures = [...document.querySelectorAll('svg.picture')];
  let selected = [];

  const nameOf = (index) => page.rows('contexts')[index].name;
  const each = (selector, action) =>
    pictures.forEach((svg) => svg.querySelectorAll(selector).forEach(action));

  function start() {
    each('.node', (node) => {
      const name = nameOf(node.dataset.index);
      node.setAttribute('href', href('map', name));
      node.addEventListener('mouseenter', () => light([name]));
      node.addEventListener('focus', () => light([name]));
      node.addEventListener('mouseleave', () => light(selected));
      node.addEventListener('blur', () => light(selected));
    });
    each('.arrow', (arrow) => {
      const names = [nameOf(arrow.dataset.from), nameOf(arrow.dataset.to)];
      arrow.addEventListener('mouseenter', () => light(names));
      arrow.addEventListener('mouseleave', () => light(selected));
      arrow.addEventListener('click', () => {
        location.hash = href('map', ...names);
      });
    });
  }

  /** Lights one context up with all that it uses and that uses it, or one arrow. */
  function light(names) {
    const near = new Set(names);
    each('.arrow', ({ classList, dataset }) => {
      const from = nameOf(dataset.from);
      const to = nameOf(dataset.to);
      const lit =
        names.length === 2
          ? from === names[0] && to === names[1]
          : names.includes(from) || names.includes(to);
      classList.toggle('lit', lit);
      classList.toggle('in', lit && names.length === 1 && to === names[0]);
      if (lit) {
        near.add(from).add(to);
      }
    });
    each('.node', ({ classList, dataset }) => {
      const name = nameOf(dataset.index);
      classList.toggle('lit', near.has(name));
      classList.toggle('chosen', selected.includes(name));
    });
    pictures.forEach((svg) => svg.classList.toggle('lighting', names.length > 0));
  }

  function select(names) {
    selected = names;
    light(names);
  }

  /** Shows that many of the heaviest arrows, and the heaviest of each context; the ranks of all that are shown. */
  function limit(count) {
    const ranks = new Set();
    each('.arrow', ({ classList, dataset }) => {
      const rank = Number(dataset.rank);
      const off = rank > count && !classList.contains('main');
      classList.toggle('off', off);
      if (!off) {
        ranks.add(rank);
      }
    });
    return ranks;
  }

  return { start, select, limit, telling: () => Number(pictures[0]?.dataset.telling ?? 0) };
})();

/** Chooses between picture and matrix, and how many arrows there are. */
function mapTools(onMatrix) {
  const couplings = page.rows('couplings');
  const weight = (all) =>
    all.reduce((sum, { references, reads, writes }) => sum + references + reads + writes, 0);
  const all = weight(couplings);
  const says = el('output', {});
  const range = el('input', {
    type: 'range',
    min: Math.min(1, couplings.length),
    max: couplings.length,
    value: picture.telling(),
    'aria-label': 'How many arrows are shown, the heaviest first',
    input: show,
  });

  function show() {
    const ranks = picture.limit(Number(range.value));
    const share =
      all === 0 ? 100 : Math.floor((weight(couplings.filter((each, i) => ranks.has(i + 1))) * 100) / all);
    says.textContent = `${ranks.size} of ${counted(couplings.length, 'arrow')}: ${share} % of all uses`;
    range.setAttribute('aria-valuetext', says.textContent);
  }

  const choice = (name, matrix) =>
    el('button', { type: 'button', class: 'choice', click: () => onMatrix(matrix) }, name);
  const choices = [choice('Picture', false), choice('Matrix', true)];
  const slider = el('label', { class: 'slider' }, range, says);
  show();
  return {
    element: [el('div', { class: 'choices', role: 'group', 'aria-label': 'Show as' }, choices), slider],
    chosen(matrix) {
      choices.forEach((each, i) => each.setAttribute('aria-pressed', (i === 1) === matrix));
      slider.hidden = matrix || couplings.length === 0;
    },
  };
}
