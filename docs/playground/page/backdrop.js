// Paints a text line by line, and of a text that changed only the lines that did.

const longest_piece = 10_000;  // browsers are slow to lay out text nodes that are longer by far

const token = /("(?:[^"\\]|\\.)*"?)(\s*:)?|-?\d[\w.+-]*|\b(?:true|false|null)\b/g;

const painted = new WeakMap();  // what the lines of an element show

/** Makes the children of an element show the lines of a text, with its marks: `[{begin, end, severity}]`. */
export function paint(element, text, marks, coloured) {
  const lines = lines_of(text, marks);
  const before = coloured === painted.get(element)?.coloured ? painted.get(element).lines : [];
  let same = 0;
  while (same < lines.length && same < before.length && is_same(lines[same], before[same])) ++same;
  let same_behind = 0;
  while (same_behind < Math.min(lines.length, before.length) - same &&
         is_same(lines.at(-1 - same_behind), before.at(-1 - same_behind))) ++same_behind;

  const fresh = document.createDocumentFragment();
  for (const line of lines.slice(same, lines.length - same_behind)) fresh.append(line_element(line, coloured));
  const range = document.createRange();
  range.setStart(element, same);
  range.setEnd(element, element.children.length - (before.length ? same_behind : 0));
  range.deleteContents();
  element.insertBefore(fresh, element.children[same] ?? null);
  painted.set(element, { lines, coloured });
}

// The lines, each with the marks that touch it, in its own columns.
function lines_of(text, marks) {
  const lines = text.split('\n').map((line) => ({ text: line, marks: [] }));
  const in_order = marks.map((mark, rank) => ({ ...mark, rank })).sort((a, b) => a.begin - b.begin);
  let begin = 0;
  let at = 0;
  for (const mark of in_order) {
    while (mark.begin > begin + lines[at].text.length) begin += lines[at++].text.length + 1;
    lines[at].marks.push({ begin: mark.begin - begin, end: mark.end - begin, severity: mark.severity, rank: mark.rank });
  }
  for (const line of lines) line.marks.sort((a, b) => a.rank - b.rank);
  return lines;
}

const is_same = (a, b) =>
  a.text === b.text && a.marks.length === b.marks.length &&
  a.marks.every(({ begin, end, severity }, i) =>
    begin === b.marks[i].begin && end === b.marks[i].end && severity === b.marks[i].severity);

// One line, in pieces that are of one colour and one mark.
function line_element({ text, marks }, coloured) {
  const tokens = coloured ? tokens_of(text) : [];
  const ends = [...tokens, ...marks].flatMap(({ begin, end }) => [begin, Math.min(end, text.length)]);
  for (let end = longest_piece; end < text.length; end += longest_piece) ends.push(start_of_character(text, end));
  const cuts = [...new Set([0, ...ends, text.length])].sort((a, b) => a - b);
  const line = document.createElement('div');
  let next_token = 0;
  for (let i = 0; i + 1 < cuts.length; ++i) {
    const [begin, end] = [cuts[i], cuts[i + 1]];
    while (tokens[next_token]?.end <= begin) ++next_token;
    const kind = tokens[next_token]?.begin <= begin ? tokens[next_token].kind : '';
    const mark = marks.find((each) => each.begin <= begin && end <= each.end);
    line.append(piece(text.slice(begin, end), kind, mark && begin === mark.begin ? mark : null, mark));
  }
  // What is missing at the end of a line has no text to stand under.
  const gap = marks.find((each) => each.begin >= text.length);
  if (gap) line.append(piece('', 'gap', gap, gap));
  return line;
}

const start_of_character = (text, at) => /[\uDC00-\uDFFF]/.test(text[at]) ? at - 1 : at;

function piece(text, kind, starts, mark) {
  if (!kind && !mark) return document.createTextNode(text);
  const span = document.createElement('span');
  span.textContent = text;
  span.className = mark ? `${kind} mark ${mark.severity}`.trim() : kind;
  if (starts) span.dataset.at = starts.begin;
  return span;
}

function tokens_of(text) {
  return [...text.matchAll(token)].map(({ 0: all, 1: string, 2: colon, index: begin }) => ({
    begin,
    end: begin + (string ?? all).length,
    kind: colon ? 'name' : string ? 'string' : 'number',
  }));
}
