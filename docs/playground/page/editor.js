// The text that is edited: a textarea, and behind it the same text, coloured, with what was found marked.

import { paint } from './backdrop.js';

/** Beyond this, the text is not coloured, and is judged when one pauses. */
const large = 200_000;

const text_area = document.getElementById('body');
const backdrop = document.getElementById('backdrop');

export const text = () => text_area.value;
export const is_large = () => text_area.value.length > large;

/** Calls `act` at every change of the text, whoever makes it. */
export function on_change(act) {
  text_area.addEventListener('input', () => {
    backdrop.classList.toggle('plain', is_large());
    act();
  });
}

/** Shows the text with these marks: `[{begin, end, severity}]`, the gravest first. */
export function mark(marks) {
  paint(backdrop, text_area.value, marks, !is_large());
  text_area.setAttribute('aria-invalid', marks.some((each) => each.severity === 'error'));
}

/** Selects a part of the text, and brings it into view. */
export function select(begin, end) {
  text_area.focus({ preventScroll: true });
  text_area.setSelectionRange(begin, end);
  const before = text_area.value.slice(0, begin);
  const line = backdrop.children[before.split('\n').length - 1];
  const piece = line?.querySelector(`[data-at="${before.length - before.lastIndexOf('\n') - 1}"]`);
  (piece ?? line)?.scrollIntoView({ block: 'nearest' });
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
  caret ??= begin + edits[0].text.length;
  select(caret, caret);
}

/** Puts another text in the place of all, as if it were typed. */
export const replace_all = (by) => replace(0, text_area.value.length, by);

/** Begins anew, with nothing to undo. */
export function start_with(text) {
  text_area.value = text;
  backdrop.classList.toggle('plain', is_large());
}

export function undo() {
  text_area.focus({ preventScroll: true });
  document.execCommand('undo');
}

function replace(begin, end, by) {
  text_area.focus({ preventScroll: true });
  text_area.setSelectionRange(begin, end);
  // Of old, and the one way that keeps what can be undone.
  if (document.execCommand(by ? 'insertText' : 'delete', false, by)) return;
  text_area.setRangeText(by, begin, end, 'end');
  text_area.dispatchEvent(new Event('input'));
}
