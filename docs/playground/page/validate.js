// The library, as WebAssembly. The module imports nothing, so it can only compute.

const languages = ['en', 'zh'];  // by their enumerators
const response = await fetch(new URL('preflight.wasm', import.meta.url));
const { instance } = await WebAssembly.instantiate(await response.arrayBuffer());
const library = instance.exports;
library._initialize();

function write(which, bytes) {
  const room = library.room(which, bytes.length);
  new Uint8Array(library.memory.buffer, room, bytes.length).set(bytes);
}

/** The answer to the bytes of a body and its draft, as it comes from the module: shown.hpp says what is in it. */
export function answer_to(body, { draft = new Uint8Array(), mode, ids, language }) {
  write(0, body);
  write(1, draft);
  const begin = library.validate(mode, ids, languages.indexOf(language));
  const memory = new Uint8Array(library.memory.buffer);  // which may have grown
  return new TextDecoder().decode(memory.subarray(begin, memory.indexOf(0, begin)));
}

export function validate(text, { draft, ...options }) {
  const encoder = new TextEncoder();
  return JSON.parse(answer_to(encoder.encode(text), { ...options, draft: encoder.encode(draft) }));
}
