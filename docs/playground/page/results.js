// What is told of a body: whom it would message, what would mend it, and what was found.

import * as editor from './editor.js';
import { say } from './words.js';

const at_first = 3;  // of the ways to mend it; the others unfold

const part = (selector) => document.querySelector(selector);

/** Shows an answer of judge.js. `apply` is called with the edits of what one chooses. */
export function show({ report, shown }, apply) {
  part('#verdict').className = report.ok ? 'ok' : 'wrong';
  part('#audience').textContent = report.audience ?? say('unreadable');
  part('#audience').classList.toggle('unknown', report.audience === null);
  part('#summary').textContent = shown.summary;
  part('#left-out').textContent = shown.left_out;

  const ways = shown.fix ? [{ ...shown.fix, title: say('fix') + shown.fix.title }, ...shown.repairs] : shown.repairs;
  const buttons = ways.map((way) => element('li', {}, change_button(way, apply)));
  const more = buttons.splice(at_first);
  part('#more').hidden = more.length === 0;
  part('#more summary').textContent = say('more')(more.length);
  part('#more ul').replaceChildren(...more);
  fill(part('#repairs'), buttons);
  fill(part('#findings'), shown.findings.map((each) => finding(each, apply)));
}

/** What is marked of the text, the gravest first. */
export function marks_of({ shown }) {
  const gravity = ['error', 'warning', 'note'];
  return shown.findings
    .flatMap(({ severity, places }) => places.filter(Boolean).map((place) => ({ ...place, severity })))
    .sort((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity));
}

/** The verdict for who does not see it. */
export const spoken = ({ report, shown }) =>
  `${shown.summary}. ${say('would_message')}: ${report.audience ?? say('unreadable')}.`;

function fill(section, items) {
  section.hidden = items.length === 0;
  section.querySelector('ul, ol').replaceChildren(...items);
}

function finding({ rule, severity, severity_word, message, citation, quotes, places, remedy }, apply) {
  const kind = element('span', { className: 'severity' }, severity_word);
  const sentence = places.length > 1
    ? element('p', { className: 'sentence' }, kind, element('span', {}, ...with_links(message, places)))
    : the_way_to(places[0], 'sentence', kind, element('span', {}, message), line_of(places[0]));
  const source = element('p', {},
    element('span', { lang: quotes ? 'zh-CN' : '' }, citation), ' ', element('code', {}, rule));
  const more = element('div', { className: 'source' }, source);
  if (remedy) more.append(change_button(remedy, apply));
  return element('li', { className: severity }, sentence, more);
}

// A button that leads to the place in the text; just the words, where there is no place.
function the_way_to(place, className, ...words) {
  if (!place) return element('p', { className }, ...words);
  const onclick = () => editor.select(place.begin, place.end);
  return element('button', { className, type: 'button', onclick }, ...words);
}

const line_of = (place) => place ? element('span', { className: 'line' }, say('line')(place.line)) : '';

// A message that ends with the names of several members: each is the way to its place.
function with_links(message, places) {
  const pieces = [];
  let rest = message;
  for (const place of places.toReversed()) {
    const begin = rest.lastIndexOf(place.name);
    const [, comma, blank] = rest.slice(begin + place.name.length).match(/^(.*?)(\s*)$/);
    pieces.unshift(element('span', { className: 'together' }, the_way_to(place, 'name', place.name), comma), blank);
    rest = rest.slice(0, begin);
  }
  return [rest, ...pieces];
}

function change_button({ title, edits }, apply) {
  return element('button', { className: 'change', type: 'button', onclick: () => apply(edits) },
    element('span', {}, title), ' ', element('span', { className: 'apply' }, say('apply')));
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
