// The state of the page as the fragment of its address, which browsers keep to themselves.

const through = async (bytes, stream) =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

/** The fragment for a state: `{body, mode, ids, language}`. */
export async function fragment_of({ body, ...options }) {
  const packed = await through(new TextEncoder().encode(body), new CompressionStream('deflate-raw'));
  const base64 = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(''));
  return `#${new URLSearchParams({ ...options, body: base64 })}`;
}

/** What a fragment holds of a state; what it holds wrongly is missing. */
export async function state_of(fragment) {
  const { body, ...options } = Object.fromEntries(new URLSearchParams(fragment.slice(1)));
  if (!body) return options;
  try {
    const packed = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream('deflate-raw'));
    return { ...options, body: new TextDecoder().decode(bytes) };
  } catch {
    return options;
  }
}
