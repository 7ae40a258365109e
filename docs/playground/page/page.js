// The playground: what is typed is validated, and what is found is shown.

import * as editor from './editor.js';
import { fragment_of, state_of } from './link.js';
import * as results from './results.js';
import { language, say, speak } from './words.js';

const pause_ms = 300;    // until a large body is validated
const calm_ms = 800;     // until the result is spoken
const notice_ms = 2000;  // for which a button tells what it did

const by_id = (id) => document.getElementById(id);
const [mode, ids] = [by_id('mode'), by_id('ids')];
const options = () => ({ mode: Number(mode.value), ids: Number(ids.value), language: language() });

let validation;
let speaking;
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
  results.show(answer, apply);
  speak_aloud(first_words + results.spoken(answer), calm_ms);
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
  choose(mode, state.mode);
  choose(ids, state.ids);
  if (state.language) choose_language(state.language === 'zh' ? 'zh' : 'en');
  editor.start_with(state.body ?? (state.fault ? '' : example));
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
  clearTimeout(validation);
  editor.is_large() ? validation = setTimeout(refresh, pause_ms) : refresh();
});
mode.onchange = () => refresh();
ids.onchange = () => refresh();
by_id('language').onclick = () => {
  choose_language(language() === 'zh' ? 'en' : 'zh');
  refresh();
};
by_id('undo').onclick = editor.undo;
by_id('example').onclick = by_id('official-example').onclick = () => editor.replace_all(example);
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
