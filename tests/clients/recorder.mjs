// A relay that keeps every byte that passes, in both directions.

import net from 'node:net';

// Listens before a server. take() gives what passed since it was last called, and begins anew.
export async function record(port) {
  let sent = [];
  let answered = [];
  const relay = net.createServer((client) => {
    const server = net.connect(port, '127.0.0.1');
    for (const socket of [client, server]) socket.on('error', () => socket.destroy());
    client.on('data', (bytes) => sent.push(bytes)).on('close', () => server.destroy());
    server.on('data', (bytes) => answered.push(bytes)).on('close', () => client.end());
    client.pipe(server);
    server.pipe(client);
  });
  await new Promise((listening) => relay.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${relay.address().port}`,
    take() {
      const passed = { sent: Buffer.concat(sent), answered: Buffer.concat(answered) };
      [sent, answered] = [[], []];
      return passed;
    },
    close: () => relay.close(),
  };
}

// The two parts of one message, whose length must be what it says.
export function message(bytes) {
  const end = bytes.indexOf('\r\n\r\n') + 4;
  const head = bytes.subarray(0, end).toString();
  const body = bytes.subarray(end);
  const length = head.match(/^content-length: (\d+)\r$/im)?.[1];
  if (Number(length) !== body.length) throw new Error(`not one HTTP message:\n${bytes}`);
  return { head, body };
}
