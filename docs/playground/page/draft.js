// The draft that the body is merged with: a text, and what was found in it.

import { is_large_text } from './editor.js';
import { finding } from './results.js';
import { say } from './words.js';

const by_id = (id) => document.getElementById(id);
const area = by_id('draft');

export const text = () => area.value;
export const is_large = () => is_large_text(area.value);

/** Calls `act` at every change of the text. */
export const on_change = (act) => area.addEventListener('input', act);

/** Begins anew; a text unfolds the draft. */
export function start_with(text) {
  area.value = text;
  by_id('draft-part').open = text !== '';
}

/** Shows the draft of an answer of validate.js; null is none. */
export function show(draft) {
  const has_errors = draft?.findings.some(({ severity }) => severity === 'error') ?? false;
  by_id('draft-state').textContent = state_of(draft);
  by_id('draft-state').className = draft && (has_errors || !draft.is_usable) ? 'wrong' : '';
  area.setAttribute('aria-invalid', Boolean(draft) && (has_errors || !draft.is_usable));
  by_id('draft-findings').replaceChildren(...(draft?.findings ?? []).map((each) => finding(each, { select })));
  by_id('draft-left-out').textContent = draft?.left_out ?? '';
}

// The draft's state in words; empty without a draft.
function state_of(draft) {
  if (!draft) return '';
  const words = say(draft.is_usable ? 'draft_used' : 'draft_unusable');
  return draft.findings.length ? say('both')(words, draft.summary) : words;
}

/** The state of the draft, for screen readers. */
export const spoken = (draft) => (draft ? ` ${say('draft')}: ${state_of(draft)}.` : '');

function select(begin, end) {
  area.setSelectionRange(begin, end);
  area.focus();  // which brings the selection into view
}
