'use strict';

/**
 * The lists that the page holds. Each is rows of numbers, where texts are numbers of texts that
 * stand once; a list becomes objects when it is first asked for.
 */
const page = (() => {
  const raw = JSON.parse(document.getElementById('data').textContent);
  const text = (index) => raw.texts[index];
  const readers = {
    n: (value) => value,
    t: text,
    T: (values) => values.map(text),
    p: (value) => places(value)[0],
    P: (value) => places(value),
  };
  const lists = new Map();
  const indexes = new Map();

  function places(pairs) {
    const all = [];
    for (let i = 0; i < pairs.length; i += 2) {
      all.push({ file: text(pairs[i]), line: pairs[i + 1] });
    }
    return all;
  }

  function decoded({ columns, rows }) {
    const fields = columns.map((each) => [each.slice(1), readers[each[0]]]);
    return rows.map((row) => {
      const each = {};
      fields.forEach(([name, read], i) => {
        each[name] = read(row[i]);
      });
      return each;
    });
  }

  /** All rows of a list. */
  function rows(name) {
    if (!lists.has(name)) {
      lists.set(name, decoded(raw[name]));
    }
    return lists.get(name);
  }

  /** How many rows a list has. */
  function count(name) {
    return raw[name].rows.length;
  }

  /** Rows of a list where one of these fields, a text or several, is a value. */
  function where(name, field, value) {
    const key = `${name}.${field}`;
    if (!indexes.has(key)) {
      const index = new Map();
      for (const row of rows(name)) {
        for (const each of [].concat(row[field])) {
          index.has(each) ? index.get(each).push(row) : index.set(each, [row]);
        }
      }
      indexes.set(key, index);
    }
    return indexes.get(key).get(value) ?? [];
  }

  /** The row of that name; undefined where there is none. */
  function named(name, value) {
    return where(name, 'name', value)[0];
  }

  /** Where a class belongs: its context, or what it is instead. */
  function home(className) {
    const found = named('classes', className);
    if (!found) {
      return '';
    }
    return found.role === 'member' ? found.context : found.role === 'none' ? '' : found.role;
  }

  /** The context of a class; empty for none. */
  function contextOf(className) {
    const found = named('classes', className);
    return found && found.role === 'member' ? found.context : '';
  }

  return { rows, count, where, named, home, contextOf };
})();
