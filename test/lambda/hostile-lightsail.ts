import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LightsailService } from '../../simulator';
import { errorResponse, outputResponse, parseRequest, type WireResponse } from '../../simulator/http/wire';

/** The result for an answer on its way to the handler. */
export type Tamper = (operation: string, answer: WireResponse) => WireResponse;

/** An endpoint that does what it is asked for, and whose answers are what a test makes of them. */
export class HostileLightsail {
  service!: LightsailService;
  tamper!: Tamper;

  private readonly server: Server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const request = parseRequest(incoming.headers, Buffer.concat(chunks).toString());
    const answer = this.service.answer(request);
    const honest = 'error' in answer ? errorResponse(this.service.behaviour, answer.error as never) : outputResponse(answer.output as object);
    const { status, headers, body } = this.tamper(request.operation, honest);
    outgoing.writeHead(status, headers).end(body);
  });

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
