// The library, as WebAssembly. The module imports nothing, so it can only compute.

const languages = ['en', 'zh'];  // by their enumerators
const response = await fetch(new URL('preflight.wasm', import.meta.url));
const { instance } = await WebAssembly.instantiate(await response.arrayBuffer());
const library = instance.exports;
library._initialize();

/** The answer to the bytes of a body, as it comes from the module: shown.hpp tells what is in it. */
export function answer_to(bytes, { mode, ids, language }) {
  const room = library.room(bytes.length);
  new Uint8Array(library.memory.buffer, room, bytes.length).set(bytes);
  const begin = library.validate(mode, ids, languages.indexOf(language));
  const memory = new Uint8Array(library.memory.buffer);  // which may have grown
  return new TextDecoder().decode(memory.subarray(begin, memory.indexOf(0, begin)));
}

export const validate = (text, options) => JSON.parse(answer_to(new TextEncoder().encode(text), options));
