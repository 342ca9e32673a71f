import { randomUUID } from 'node:crypto';
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { ConnectionCut, ServiceError } from '../errors';
import { LightsailService } from '../service';
import { BodyTooLarge, readBody } from './body';
import { answerControl, Controlled, controlPath } from './control-endpoint';
import { errorResponse, outputResponse, parseRequest, WireResponse } from './wire';

export function createSimulatorServer(controlled: Controlled): Server {
  return createServer((request, response) => {
    respond(controlled, request)
      .then((answer) => send(controlled, response, answer))
      .catch((error: unknown) => {
        if (error instanceof ConnectionCut) return request.socket.destroy();
        return send(controlled, response, failure(controlled.service, error));
      });
  });
}

async function respond(controlled: Controlled, request: IncomingMessage): Promise<WireResponse> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const body = await readBody(request);
  await lookUpDnsRecords(controlled);
  if (url.pathname.startsWith(controlPath)) return answerControl(controlled, request.method ?? 'GET', url, body);
  const answer = controlled.service.answer(parseRequest(request.headers, body));
  // An answer that is still to come must not keep a simulator alive that was closed.
  if (answer.delaySeconds > 0) await delay(answer.delaySeconds * 1000, undefined, { ref: false });
  if ('error' in answer) throw answer.error;
  return outputResponse(answer.output);
}

/** Before the call, as the service itself never waits. */
async function lookUpDnsRecords({ service, dnsRecords }: Controlled): Promise<void> {
  if (dnsRecords && service.needsDnsRecords) service.replaceDnsRecords(await dnsRecords.cnames());
}

function failure({ behaviour }: LightsailService, error: unknown): WireResponse {
  if (error instanceof ServiceError) return errorResponse(behaviour, error);
  if (error instanceof BodyTooLarge) return { ...errorResponse(behaviour, new ServiceError('SerializationException', error.message)), status: 413 };
  return errorResponse(behaviour, new ServiceError('InternalFailure', `the simulator failed: ${String(error)}`));
}

function send({ clock }: Controlled, response: ServerResponse, { status, headers, body }: WireResponse): void {
  // By the service's clock, as the SDKs take a date that is far from theirs for a clock that has to be corrected.
  response.writeHead(status, { ...headers, 'date': new Date(clock.now()).toUTCString(), 'x-amzn-RequestId': randomUUID() });
  response.end(body);
}
