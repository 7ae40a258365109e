// usage: node tests/playground/run.mjs ROOT PATH [--pictures DIRECTORY], in the root of the repository
//
// Tries the playground that lies at PATH under ROOT, served from there. A line for each check.

import { join } from 'node:path';
import access from './access.mjs';
import editing from './editing.mjs';
import loading from './loading.mjs';
import look, { take_pictures } from './look.mjs';
import { launch, serve, Session } from './session.mjs';
import verdicts from './verdicts.mjs';

const [root, path, option, pictures] = process.argv.slice(2);
const directory = join(root, path);
const server = await serve(root);
const url = `${server.url}${path}/`;
const browser = await launch();
console.log(`Chromium ${browser.version()}`);

let passed = 0;
let failed = 0;
for (const [name, act] of Object.entries({ ...loading, ...verdicts, ...editing, ...access, ...look })) {
  const session = new Session(browser, url);
  try {
    server.served.length = 0;
    const remark = await act(session, { directory, url, server });
    if (session.troubles.length) throw new Error(session.troubles.join('\n'));
    ++passed;
    console.log(`  ok      ${name}${remark ? `: ${remark}` : ''}`);
  } catch (problem) {
    ++failed;
    const lines = [...problem.message.split('\n'), ...session.troubles].map((line) => line.slice(0, 200));
    console.log([`  FAILED  ${name}`, ...lines.slice(0, 20)].join('\n          '));
  }
  await session.close();
}
if (option === '--pictures') await take_pictures(new Session(browser, url), pictures);

await browser.close();
server.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed || !passed ? 1 : 0;
