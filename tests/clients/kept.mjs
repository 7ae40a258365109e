// The bytes that were kept of each request, under tests/fixtures/clients, and whether those sent now are the same.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { message } from './recorder.mjs';

const folder = 'tests/fixtures/clients';

// All that may vary: the port, the numbers of the client's version, and, as the versions of Node.js go, whether the
// connection is to stay.
function fixed(request) {
  const { head, body } = message(request);
  const fixed_head = head
    .replace(/^(Host: 127\.0\.0\.1:)\d+/m, '$1PORT')
    .replace(/^(Connection: )(keep-alive|close)/m, '$1AS_IT_LIKES')
    .replace(/^User-Agent: .*/m, (line) => line.replace(/\d+(\.\d+)*/g, 'VERSION'));
  return Buffer.concat([Buffer.from(fixed_head), body]);
}

// What differs, in words.
export function difference(name, sent) {
  const path = `${folder}/${name}.http`;
  if (!existsSync(path)) return [`${path} is not there: tests/clients/run --keep writes it`];
  const [was, is] = [fixed(readFileSync(path)), fixed(sent)];
  if (was.equals(is)) return [];
  const place = was.findIndex((byte, i) => byte !== is[i]);
  const around = (bytes) => JSON.stringify(bytes.subarray(Math.max(place - 40, 0), place + 40).toString());
  return [`not the bytes of ${path}, from byte ${place} on: kept ${around(was)}, sent ${around(is)}`];
}

// What is the same but for what may vary stays as it was.
export function keep(name, sent) {
  if (!difference(name, sent).length) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.http`, sent);
}
