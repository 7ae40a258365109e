// The state of the page as the fragment of its address, which browsers keep to themselves.

const longest_link = 1_000_000;    // characters: Firefox takes no more than a megabyte
const largest_text = 16_000_000;  // bytes: a short link can unpack to gigabytes

const texts = ['body', 'draft'];
const names = ['mode', 'ids', 'language', ...texts];

/** The fragment for a state: `{body, draft, mode, ids, language}`; null if it is too long for a link. */
export async function fragment_of(state) {
  const parameters = new URLSearchParams();
  for (const name of names) {
    const value = texts.includes(name) ? await packed(state[name]) : state[name];
    if (value === null) return null;
    parameters.set(name, value);
  }
  const fragment = `#${parameters}`;
  return fragment.length <= longest_link ? fragment : null;
}

/** The state in a fragment. `fault` names what is wrong with it: 'damaged' or 'too_large'; what it has wrongly is missing. */
export async function state_of(fragment) {
  const state = Object.fromEntries(new URLSearchParams(fragment.slice(1)));
  if (Object.keys(state).some((name) => !names.includes(name))) state.fault = 'damaged';
  for (const name of texts.filter((name) => name in state)) {
    try {
      state[name] = await unpacked(state[name]);
    } catch (problem) {
      delete state[name];
      state.fault = problem instanceof RangeError ? 'too_large' : 'damaged';
    }
  }
  return state;
}

async function packed(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  if (bytes.length > longest_link) return null;
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

async function unpacked(base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > largest_text) {
      reader.cancel().catch(() => {});
      throw new RangeError('too large');
    }
    text += decoder.decode(value, { stream: true });
  }
}
