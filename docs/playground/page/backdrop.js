// Paints a text behind the one that is typed. Every line is plain text, so that its letters stand where a textarea has
// them; colors and marks are highlights, which move nothing. Of a text that changed, only the lines that did are
// painted anew.

const token = /("(?:[^"\\]|\\.)*"?)(\s*:)?|-?\d[\w.+-]*|\b(?:true|false|null)\b/g;
const longest_node = 10_000;  // browsers are slow to lay out text nodes that are longer by far

export const can_mark = 'highlights' in CSS;

// The ranges of each kind; what comes later lies over what comes before.
const highlights = new Map();
for (const kind of can_mark ? ['name', 'string', 'number', 'note', 'warning', 'error'] : []) {
  const highlight = new Highlight();
  highlight.priority = highlights.size;
  highlights.set(kind, highlight);
  CSS.highlights.set(kind, highlight);
}

let painted = [];  // the lines, in order: {text, marks, is_colored, element, ranges}

/** Makes the children of an element show the lines of a text, with marks: `[{begin, end, severity}]`. */
export function paint(element, text, marks, is_colored) {
  const lines = lines_of(text, marks, is_colored);
  let same = 0;
  while (same < lines.length && same < painted.length && is_same(lines[same], painted[same])) ++same;
  const most = Math.min(lines.length, painted.length) - same;
  let behind = 0;
  while (behind < most && is_same(lines.at(-1 - behind), painted.at(-1 - behind))) ++behind;

  const fresh = lines.slice(same, lines.length - behind);
  const stale = painted.splice(same, painted.length - behind - same, ...fresh);
  for (const line of fresh) draw(line);
  if (stale.length) {
    const range = document.createRange();
    range.setStartBefore(stale[0].element);
    range.setEndAfter(stale.at(-1).element);
    range.deleteContents();
  }
  element.insertBefore(fragment_of(fresh), painted[same + fresh.length]?.element ?? null);
  for (const line of stale) for (const [kind, range] of line.ranges) highlights.get(kind).delete(range);
  for (const line of fresh) for (const [kind, range] of line.ranges) highlights.get(kind).add(range);
}

/** Where a position of the text is on the screen. */
export function position_of(text, at) {
  const before = text.slice(0, at).split('\n');
  const [node, offset] = point_in(painted[before.length - 1].element, before.at(-1).length);
  const range = document.createRange();
  range.setStart(node, offset);
  const rectangle = range.getBoundingClientRect();
  return rectangle.height ? rectangle : painted[before.length - 1].element.getBoundingClientRect();
}

// The lines, each with the marks that begin in it, in its own columns.
function lines_of(text, marks, is_colored) {
  const lines = text.split('\n').map((text) => ({ text, marks: [], is_colored }));
  let begin = 0;
  let at = 0;
  for (const mark of marks.toSorted((a, b) => a.begin - b.begin)) {
    while (mark.begin > begin + lines[at].text.length) begin += lines[at++].text.length + 1;
    lines[at].marks.push({ kind: mark.severity, begin: mark.begin - begin, end: mark.end - begin });
  }
  return lines;
}

const is_same = (a, b) =>
  a.text === b.text && a.is_colored === b.is_colored && a.marks.length === b.marks.length &&
  a.marks.every(({ kind, begin, end }, i) =>
    kind === b.marks[i].kind && begin === b.marks[i].begin && end === b.marks[i].end);

function draw(line) {
  const { text, marks, is_colored } = line;
  line.element = document.createElement('div');
  for (let begin = 0; begin < text.length;) {
    const end = start_of_character(text, begin + longest_node);
    line.element.append(text.slice(begin, end));
    begin = end;
  }
  // What is missing at the end of a line has no text to stand under.
  if (marks.some(({ begin }) => begin === text.length)) {
    line.element.append(Object.assign(document.createElement('span'), { className: 'gap' }));
  }
  const colored = can_mark ? [...(is_colored ? tokens_of(text) : []), ...marks] : [];
  line.ranges = colored.filter(({ begin, end }) => begin < end).map(({ kind, begin, end }) => {
    const [startContainer, startOffset] = point_in(line.element, begin);
    const [endContainer, endOffset] = point_in(line.element, end);
    return [kind, new StaticRange({ startContainer, startOffset, endContainer, endOffset })];
  });
}

const start_of_character = (text, at) => (/[\uDC00-\uDFFF]/.test(text[at]) ? at - 1 : at);

// A column of a line as a text node and an offset in it.
function point_in(element, column) {
  for (const node of element.childNodes) {
    if (column <= node.length) return [node, column];
    column -= node.length ?? 0;
  }
  return [element, 0];
}

function tokens_of(text) {
  return Array.from(text.matchAll(token), ({ 0: all, 1: string, 2: colon, index: begin }) => ({
    kind: colon ? 'name' : string ? 'string' : 'number',
    begin,
    end: begin + (string ?? all).length,
  }));
}

function fragment_of(lines) {
  const fragment = document.createDocumentFragment();
  fragment.append(...lines.map(({ element }) => element));
  return fragment;
}
