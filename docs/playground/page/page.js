// The playground: what is typed is validated, and what is found is shown.

import * as draft from './draft.js';
import * as editor from './editor.js';
import { fragment_of, state_of } from './link.js';
import * as results from './results.js';
import { language, say, speak } from './words.js';

const pause_ms = 300;    // until a large body is validated
const calm_ms = 800;     // until the result is spoken
const notice_ms = 2000;  // for which a button tells what it did

const by_id = (id) => document.getElementById(id);
const [mode, ids] = [by_id('mode'), by_id('ids')];
const options = () =>
  ({ mode: Number(chosen_mode), ids: Number(ids.value), language: language(), draft: draft.text() });

let validation;
let speaking;
let chosen_mode = '0';  // which a draft sets aside
let fixed;  // the text before and after all was fixed at once
let fault;  // of the link, until the text is changed

function speak_aloud(text, after_ms) {
  clearTimeout(speaking);
  speaking = setTimeout(() => { by_id('status').textContent = text; }, after_ms);
}

function show_notice() {
  by_id('notice').textContent = fault ? say(fault) : '';
}

function refresh(first_words = '') {
  clearTimeout(validation);
  const answer = validate(editor.text(), options());
  editor.mark(results.marks_of(answer));
  results.show(answer, apply, apply_fix);
  results.show_fixed(fix_that_was_made());
  draft.show(answer.shown.draft);
  show_mode(answer.shown.draft);
  speak_aloud(first_words + results.spoken(answer) + draft.spoken(answer.shown.draft), calm_ms);
}

// With a draft, the body is merged with it, or it is part of a draft that is not known.
function show_mode(given) {
  mode.disabled = given !== null;
  mode.value = given === null ? chosen_mode : given.is_usable ? 'merged' : '1';
}

// What fixed the text, as long as the text is what came of it. In the language and with the draft of now.
function fix_that_was_made() {
  if (!fixed || editor.text() !== fixed.after) return null;
  const { fix } = validate(fixed.before, options()).shown;
  return fix && editor.edited(fixed.before, fix.edits) === fixed.after ? fix : null;
}

function apply_fix(edits) {
  const before = editor.text();
  fixed = { before, after: editor.edited(before, edits), edits };
  apply(edits);
}

function undo_fix() {
  const { before, after, edits } = fixed;
  const [begin, end] = [edits[0].begin, edits.at(-1).end];
  editor.apply([{ begin, end: end + after.length - before.length, text: before.slice(begin, end) }]);
  refresh(say('undone'));
}

function refresh_soon() {
  clearTimeout(validation);
  const is_large = editor.is_large() || draft.is_large();
  is_large ? validation = setTimeout(refresh, pause_ms) : refresh();
}

function apply(edits) {
  editor.apply(edits);
  refresh(say('applied'));
}

function choose_language(chosen) {
  speak(chosen);
  by_id('language').textContent = say('language');
  by_id('body').placeholder = say('placeholder');
  show_notice();
  by_id('language').lang = chosen === 'zh' ? 'en' : 'zh-CN';
}

// Chooses an option; the first, if there is none of that value.
function choose(select, value) {
  select.value = value;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
}

async function load(fragment) {
  const state = await state_of(fragment);
  chosen_mode = state.mode === '1' ? '1' : '0';
  choose(ids, state.ids);
  if (state.language) choose_language(state.language === 'zh' ? 'zh' : 'en');
  editor.start_with(state.body ?? (state.fault ? '' : example));
  draft.start_with(state.draft ?? '');
  fixed = undefined;
  fault = state.fault;
  show_notice();
  by_id('undo').disabled = true;
  refresh();
}

async function copy_link() {
  const fragment = await fragment_of({ ...options(), body: editor.text() });
  if (fragment) history.replaceState(null, '', fragment);
  const is_copied = fragment && await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
  by_id('link').textContent = say(!fragment ? 'too_long' : is_copied ? 'copied' : 'in_address');
  speak_aloud(by_id('link').textContent, 0);
  setTimeout(() => { by_id('link').textContent = say('link'); }, notice_ms);
}

editor.on_change(() => {
  by_id('undo').disabled = false;
  fault = undefined;
  show_notice();
  refresh_soon();
});
draft.on_change(() => refresh_soon());
mode.onchange = () => {
  chosen_mode = mode.value;
  refresh();
};
ids.onchange = () => refresh();
by_id('language').onclick = () => {
  choose_language(language() === 'zh' ? 'en' : 'zh');
  refresh();
};
by_id('undo').onclick = editor.undo;
by_id('example').onclick = by_id('official-example').onclick = () => editor.replace_all(example);
by_id('undo-fix').onclick = undo_fix;
by_id('link').onclick = copy_link;
window.onhashchange = () => load(location.hash);

choose_language(navigator.language.startsWith('zh') ? 'zh' : 'en');
const [{ validate }, example] = await Promise.all([
  import('./validate.js'),
  fetch(new URL('official-example.json', import.meta.url)).then((response) => response.text()),
]).catch((problem) => {
  by_id('recipients').textContent = say('broken') + problem.message;
  throw problem;
});
await load(location.hash);
