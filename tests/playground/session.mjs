// What a check needs: pages in a browser without a window, from a server of static files.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { deflateRawSync } from 'node:zlib';

const { chromium } = createRequire(new URL('../../third_party/npm/', import.meta.url))('playwright-core');

// Python's own server, which knows of WebAssembly no more than any other: what it served, in order.
export async function serve(directory) {
  const options = ['--bind', '127.0.0.1', '--directory', directory, '0'];
  const server = spawn('python3', ['-u', '-m', 'http.server', ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  const served = [];
  createInterface(server.stderr).on('line', (line) =>
    served.push(line.match(/"GET (\S+) HTTP\/[\d.]+" (\d+)/)?.slice(1) ?? line));
  for await (const line of createInterface(server.stdout)) {
    const port = line.match(/ port (\d+) /)?.[1];
    if (port) return { url: `http://127.0.0.1:${port}/`, served, close: () => server.kill() };
  }
  throw new Error('there is no server');
}

export const launch = () =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });

/** The pages that one check opens, and what went wrong in them unasked. */
export class Session {
  #browser;
  #url;
  #contexts = [];
  troubles = [];

  constructor(browser, url) {
    this.#browser = browser;
    this.#url = url;
  }

  /** The page, loaded and showing something. From then on it must ask for nothing. */
  async open({ fragment = '', without, first, shows = '#summary', ...how } = {}) {
    const usual = { viewport: { width: 1280, height: 800 }, locale: 'en-US' };
    const context = await this.#browser.newContext({ ...usual, ...how });
    this.#contexts.push(context);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.on('console', (message) => this.troubles.push(message.text()));
    page.on('pageerror', (error) => this.troubles.push(error.message));
    if (without) await page.route(without, (route) => route.abort());
    if (first) await page.addInitScript(first);
    await page.goto(this.#url + fragment);
    await page.locator(shows).filter({ hasText: /./ }).waitFor();
    context.on('request', (request) => this.troubles.push(`after it was loaded, the page asked for ${request.url()}`));
    return page;
  }

  async close() {
    for (const context of this.#contexts) await context.close();
  }
}

export const official_example = readFileSync('docs/samples/official-example.json', 'utf8');

/** The fragment of a link; `body` is packed. */
export const fragment_with = ({ body, ...options }) =>
  `#${new URLSearchParams({ ...options, body: deflateRawSync(body).toString('base64') })}`;

/** The text that is edited, as it stands. */
export const text_of = (page) => page.locator('#body').inputValue();

/** The words that are marked, or colored, as something. */
export const marked = (page, kind) =>
  page.evaluate((kind) => Array.from(CSS.highlights.get(kind), (each) => {
    const range = document.createRange();
    range.setStart(each.startContainer, each.startOffset);
    range.setEnd(each.endContainer, each.endOffset);
    return range.toString();
  }), kind);

/** What is selected of it. */
export const selection_of = (page) =>
  page.locator('#body').evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));

/** Pastes a text over all that is there. */
export async function paste(page, text) {
  await page.locator('#body').focus();
  await page.keyboard.press('Control+a');
  if (text) await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press(text ? 'Control+v' : 'Delete');
}

/** Puts a draft in place of what is there, as if it were pasted; unfolds it. */
export async function paste_draft(page, text) {
  await page.locator('#draft-part').evaluate((part) => { part.open = true; });
  await page.locator('#draft').fill(text);
}

export const summary_of = (page) => page.locator('#summary').textContent();
export const findings_of = (page) => page.locator('#findings li');
