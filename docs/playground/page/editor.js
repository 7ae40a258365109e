// The text that is edited: a textarea, and behind it the same text, colored, with what was found marked.

import { can_mark, paint, position_of } from './backdrop.js';

/** Beyond this, the text is not colored, and is validated when one pauses. */
const large = 100_000;

/** An insertion of more lines than that takes browsers seconds, if they are to undo it themselves. */
const many_lines = 200;

const text_area = document.getElementById('body');
const backdrop = document.getElementById('backdrop');
const frame = document.querySelector('.editor');

export const text = () => text_area.value;
export const is_large_text = (text) => text.length > large;
export const is_large = () => is_large_text(text_area.value);

/** Calls `act` at every change of the text, whoever makes it. */
export function on_change(act) {
  text_area.addEventListener('input', () => {
    show_letters();
    act();
  });
}

/** Shows the text with these marks: `[{begin, end, severity}]`. */
export function mark(marks) {
  paint(backdrop, text_area.value, marks, !is_large());
  text_area.setAttribute('aria-invalid', marks.some((each) => each.severity === 'error'));
}

/** A text after edits. */
export function edited(text, edits) {
  const pieces = [];
  let copied = 0;
  for (const { begin, end, text: by } of edits) {
    pieces.push(text.slice(copied, begin), by);
    copied = end;
  }
  return pieces.join('') + text.slice(copied);
}

/** Selects a part of the text, and brings it into view. */
export function select(begin, end) {
  text_area.focus({ preventScroll: true });
  text_area.setSelectionRange(begin, end);
  frame.scrollIntoView({ block: 'nearest' });
  const [position, view] = [position_of(text_area.value, begin), frame.getBoundingClientRect()];
  const is_seen = position.top > view.top && position.bottom < view.bottom;
  if (!is_seen) frame.scrollTop += position.top - view.top - view.height / 3;
}

/** Changes the text as if it were typed, so that the browser can undo it in one step. */
export function apply(edits) {
  const begin = edits[0].begin;
  let inserted = '';
  let copied = begin;
  let caret = null;
  for (const edit of edits) {
    inserted += text_area.value.slice(copied, edit.begin);
    const blank = edit.text.indexOf('""');  // an id that is to be filled in
    if (caret === null && blank !== -1) caret = begin + inserted.length + blank + 1;
    inserted += edit.text;
    copied = edit.end;
  }
  replace(begin, copied, inserted);
  const at = caret ?? begin + edits[0].text.length;
  select(at, at);
  if (caret === null && matchMedia('(pointer: coarse)').matches) text_area.blur();  // and no keyboard shows up
}

/** Puts another text in place of all, as if it were typed. */
export const replace_all = (by) => replace(0, text_area.value.length, by);

/** Begins anew, with nothing to undo. */
export function start_with(text) {
  text_area.value = text;
  show_letters();
}

/** Takes back the last change. */
export function undo() {
  text_area.focus({ preventScroll: true });
  if (is_ours_to_undo()) return set(0, text_area.value.length, unrecorded.before);
  document.execCommand('undo');
}

text_area.addEventListener('keydown', (event) => {
  const asks_for_undo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
  if (!asks_for_undo || !is_ours_to_undo()) return;
  event.preventDefault();
  undo();
});

let unrecorded = null;  // the last change that the browser does not know of

const is_ours_to_undo = () => text_area.value === unrecorded?.after;

// The letters that are seen are the painted ones, if they are in step with those that are typed.
const show_letters = () => frame.classList.toggle('plain', is_large() || !can_mark);

function replace(begin, end, by) {
  text_area.focus({ preventScroll: true });
  text_area.setSelectionRange(begin, end);
  // Deprecated, and the one way that leaves it to the browser to undo.
  const is_quick = by.split('\n', many_lines + 1).length <= many_lines;
  if (is_quick && document.execCommand(by ? 'insertText' : 'delete', false, by)) return;
  const before = text_area.value;
  set(begin, end, by);
  unrecorded = { before, after: text_area.value };
}

function set(begin, end, by) {
  text_area.setRangeText(by, begin, end, 'end');
  text_area.dispatchEvent(new Event('input'));
}
