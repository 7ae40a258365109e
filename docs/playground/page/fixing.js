// What fixing all at once does to a body, or why it does not: the `fix` and `not_fixed` of shown.hpp.

import { element, unseen } from './elements.js';
import { say } from './words.js';

/** Whom the result reaches, what changes and what is left. */
export const effects_of = (fix) =>
  element('dl', { className: 'effects' },
    element('dt', {}, say('afterwards')), element('dd', {}, fix.recipients),
    element('dt', {}, say('changes')), element('dd', {}, changes_of(fix)),
    element('dt', {}, say('left')), element('dd', {}, fix.title, left_of(fix)));

/** Why not all is fixed; nothing if that needs no explanation. */
export function obstacle_of(not_fixed) {
  if (!not_fixed) return '';
  if (not_fixed.reached_limit) return say('reached_limit');
  const errors = not_fixed.left.filter(({ severity }) => severity === 'error');
  return say('not_fixed')(errors.map(({ rule, name }) => say('at')(rule, name)).join(say('comma')));
}

function changes_of({ changes, more_changes }) {
  const items = changes.map(change);
  if (more_changes) items.push(element('li', { className: 'more' }, say('more_changes')(more_changes)));
  const list = element('ol', { className: 'changes' }, ...items);
  list.setAttribute('role', 'list');
  return list;
}

const change = ({ line, before, removed, added, after }) =>
  element('li', {},
    element('span', { className: 'line' }, say('line')(line)), ' ',
    element('code', {}, before,
      ...(removed ? [unseen(say('removed')), element('del', {}, removed)] : []),
      ...(added ? [unseen(say('added')), element('ins', {}, added)] : []),
      after));

function left_of({ left, left_out }) {
  if (!left.length) return '';
  const list = element('ul', { className: 'left' }, ...left.map(({ severity, severity_word, rule, name }) =>
    element('li', { className: severity },
      element('span', { className: 'severity' }, severity_word), ' ', say('at')(rule, name))));
  list.setAttribute('role', 'list');
  if (left_out) list.append(element('li', {}, left_out));
  return list;
}
