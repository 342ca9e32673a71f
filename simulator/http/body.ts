import { IncomingMessage } from 'node:http';

const limit = 1024 * 1024;

export class BodyTooLarge extends Error {
  constructor() {
    super(`the request body is larger than ${limit} bytes`);
  }
}

/** Reads the text of a request body. A body that is too large is read to its end but not stored, so that the client receives the response. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit) throw new BodyTooLarge();
  return Buffer.concat(chunks).toString('utf8');
}
