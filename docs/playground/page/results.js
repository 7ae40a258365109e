// What is told of a body: whom it would message, what would fix it, and what was found.

import * as editor from './editor.js';
import { element } from './elements.js';
import { effects_of, obstacle_of } from './fixing.js';
import { language, say } from './words.js';

const at_first = 3;  // of the ways to fix it; the others unfold

const part = (selector) => document.querySelector(selector);

/** Shows an answer of validate.js. `apply` is called with the edits of what one chooses, `apply_fix` with those that fix
    all at once. */
export function show({ report, shown }, apply, apply_fix) {
  part('#invitation').hidden = !shown.is_empty;
  part('#result').hidden = shown.is_empty;
  part('#body').setAttribute('aria-describedby', shown.is_empty ? 'invitation-text' : 'summary');
  part('#result').className = report.ok ? 'ok' : 'wrong';
  part('#recipients').textContent = report.recipients ?? say('unreadable');
  part('#recipients').classList.toggle('unknown', report.recipients === null);
  part('#summary').textContent = shown.summary;
  part('#left-out').textContent = shown.left_out;

  const buttons = shown.repairs.map((way) => element('li', {}, change_button(way, apply)));
  if (shown.fix) buttons.unshift(fix_item(shown.fix, apply_fix));
  const more = buttons.splice(at_first);
  part('#more').hidden = more.length === 0;
  part('#more summary').textContent = say('more')(more.length);
  part('#more ul').replaceChildren(...more);
  fill(part('#repairs'), shown.is_empty ? [] : buttons);
  part('#not-fixed').textContent = obstacle_of(shown.not_fixed);
  if (shown.not_fixed && !shown.is_empty) part('#repairs').hidden = false;
  fill(part('#findings'), shown.is_empty ? [] : shown.findings.map((each) => finding(each, { apply, select: editor.select })));
}

/** Shows what was fixed at once: the `fix` of the text before; null hides it. */
export function show_fixed(fix) {
  part('#fixed').hidden = !fix;
  part('#fixed > div').replaceChildren(fix ? effects_of(fix) : '');
}

/** What is marked of the text. */
export const marks_of = ({ shown }) => (shown.is_empty ? [] : shown.findings).flatMap(({ severity, positions }) =>
  positions.filter(Boolean).map((position) => ({ ...position, severity })));

/** The result, for screen readers. */
export const spoken = ({ report, shown }) => shown.is_empty ? say('invite') :
  `${shown.summary}. ${say('recipients')}: ${report.recipients ?? say('unreadable')}.`;

function fill(section, items) {
  section.hidden = items.length === 0;
  section.querySelector('ul, ol').replaceChildren(...items);
}

/** A finding as an item of a list. `select` is called with where it is, `apply` with what fixes it. */
export function finding({ rule, severity, severity_word, message, citation, quotes, positions, quick_fix }, { apply, select }) {
  const kind = element('span', { className: 'severity' }, severity_word);
  const words = positions.length > 1 ? with_links(message, positions, select) : [message];
  const told = [kind, ' ', element('span', { className: 'message' }, ...words)];
  const source = element('span', {}, citation);
  if (quotes) source.lang = 'zh-CN';
  return element('li', { className: severity },
    positions.length > 1 ? element('p', { className: 'sentence' }, ...told) : the_way_to(positions[0], select, 'sentence', ...told),
    ' ',
    element('div', { className: 'source' },
      element('p', {}, source, ' ', name_of(rule)),
      quick_fix ? change_button(quick_fix, apply) : ''));
}

// A rule by its name, with a link to where it is explained, if the page knows.
function name_of(rule) {
  const name = element('code', {}, rule);
  const rules = part(`link[rel=help][hreflang=${language()}]`).getAttribute('href');
  return rules ? element('a', { href: `${rules}#${rule}`, target: '_blank', rel: 'noopener' }, name) : name;
}

// A button that leads to a position in the text; just the words, where there is none.
function the_way_to(position, select, className, ...words) {
  if (!position) return element('p', { className }, ...words);
  const onclick = () => select(position.begin, position.end);
  const line = element('span', { className: 'line' }, say('line')(position.line));
  return element('button', { className, type: 'button', onclick }, ...words, ' ', line);
}

// A message that ends with the names of several members: each is the way to its position.
function with_links(message, positions, select) {
  const pieces = [];
  let rest = message;
  for (const { name, begin, end } of positions.filter(Boolean).toReversed()) {
    const at = rest.lastIndexOf(name);
    const [, comma, blank] = rest.slice(at + name.length).match(/^(.*?)(\s*)$/);
    const onclick = () => select(begin, end);
    const link = element('button', { className: 'position', type: 'button', onclick }, name);
    pieces.unshift(element('span', { className: 'together' }, link, comma), blank);
    rest = rest.slice(0, at);
  }
  return [rest, ...pieces];
}

// The button that fixes all at once, with what that does.
function fix_item(fix, apply_fix) {
  const button = change_button({ title: say('fix'), edits: fix.edits }, () => apply_fix(fix.edits));
  const effects = effects_of(fix);
  effects.id = 'fix-effects';
  button.setAttribute('aria-describedby', effects.id);
  return element('li', { className: 'fix' }, button, effects);
}

function change_button({ title, edits }, apply) {
  return element('button', { className: 'change', type: 'button', onclick: () => apply(edits) },
    element('span', {}, title), ' ', element('span', { className: 'apply' }, say('apply')));
}
