// usage: node tests/playground/run.mjs ROOT PATH [--pictures DIRECTORY] [--only WORDS], in the root of the repository
//
// Tries the playground that lies at PATH under ROOT, served from there. A line for each check, or for each with these
// words in its name.

import { join } from 'node:path';
import access from './access.mjs';
import draft from './draft.mjs';
import editing from './editing.mjs';
import fixing from './fixing.mjs';
import loading from './loading.mjs';
import look, { take_pictures } from './look.mjs';
import { launch, serve, Session } from './session.mjs';
import results from './results.mjs';
import starting from './starting.mjs';

const checks = { ...loading, ...results, ...starting, ...editing, ...draft, ...fixing, ...access, ...look };
const [root, path, ...options] = process.argv.slice(2);
const value_of = (option) => (options.includes(option) ? options[options.indexOf(option) + 1] : undefined);
const [pictures, only] = [value_of('--pictures'), value_of('--only')];
const site = { ...await serve(root), directory: join(root, path) };

// Whether a check finds all as it is to be; says so.
async function passes(name, act, browser) {
  const session = new Session(browser, `${site.url}${path}/`);
  try {
    site.served.length = 0;
    const remark = await act(session, site);
    if (session.troubles.length) throw new Error('nobody asked for this:');
    console.log(`  ok      ${name}${remark ? `: ${remark}` : ''}`);
    return true;
  } catch (problem) {
    const lines = [...problem.message.split('\n'), ...session.troubles].map((line) => line.slice(0, 200));
    console.log([`  FAILED  ${name}`, ...lines.slice(0, 20)].join('\n          '));
    return false;
  } finally {
    await session.close();
  }
}

async function main() {
  const browser = await launch();
  console.log(`Chromium ${browser.version()}`);
  const chosen = Object.entries(checks).filter(([name]) => name.includes(only ?? ''));
  let passed = 0;
  for (const [name, act] of chosen) passed += await passes(name, act, browser) ? 1 : 0;
  if (pictures) await take_pictures(new Session(browser, `${site.url}${path}/`), pictures);
  await browser.close();
  const failed = chosen.length - passed;
  console.log(`${passed} passed, ${failed} failed`);
  if (failed || !passed) process.exitCode = 1;
}

main().catch((problem) => {
  console.error(problem.message);
  process.exitCode = 1;
}).finally(site.close);
