import { createServer, type Server } from 'node:http';
import type { LightsailService } from '../../simulator';
import { closeServer, listenOnLoopback } from '../../simulator/http/loopback';
import { errorResponse, outputResponse, parseRequest, type WireResponse } from '../../simulator/http/wire';

/** Changes a response before the handler receives it. */
export type Tamper = (operation: string, answer: WireResponse) => WireResponse;

/** An endpoint that executes each call, and whose responses a test changes. */
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

  start(): Promise<string> {
    return listenOnLoopback(this.server);
  }

  stop(): Promise<void> {
    return closeServer(this.server);
  }
}
