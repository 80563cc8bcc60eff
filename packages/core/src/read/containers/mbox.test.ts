import { expect, it } from 'vitest';
import { mbox } from './mbox.ts';

const opening = 'From ada@harbour.example Sat May 11 10:00:00 2019\n';
const header = 'Subject: Ferry\n\n';

async function messagesOf(text: string): Promise<string[]> {
  const messages: string[] = [];
  for await (const part of mbox.open(new Blob([text]), { readers: [] })) {
    if (part.kind !== 'member') continue;
    const chunks: Uint8Array[] = [];
    for await (const chunk of part.open()) chunks.push(chunk);
    messages.push(Buffer.concat(chunks).toString());
  }
  return messages;
}

it('lines that were kept from opening a message lose the mark, each one of them', async () => {
  const body = '>From the harbour\n>>From the ferry\n> From afar\nText >From within\n>Fro';
  expect(await messagesOf(`${opening}${header}${body}\n\n${opening}${header}Two`)).toEqual([
    `${header}From the harbour\n>From the ferry\n> From afar\nText >From within\n>Fro\n\n`,
    `${header}Two`,
  ]);
});

it('wherever a chunk ends', async () => {
  for (let at = 65_536 - 8; at < 65_536 + 2; at++) {
    const filler = 'x'.repeat(at - header.length);
    expect(await messagesOf(`${opening}${header}${filler}\n>From the harbour\n>`)).toEqual([
      `${header}${filler}\nFrom the harbour\n>`,
    ]);
  }
});
