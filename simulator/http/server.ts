import { randomUUID } from 'node:crypto';
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { EventStreams } from '../console/event-streams';
import { consolePart } from '../console/page';
import { consoleState } from '../console/state';
import { ConnectionCut, ServiceError } from '../errors';
import { LightsailService } from '../service';
import { BodyTooLarge, readBody } from './body';
import { answerControl, Controlled, controlPath } from './control-endpoint';
import { foreignHost, foreignOrigin } from './foreign-origin';
import { errorResponse, json, outputResponse, parseRequest, WireResponse } from './wire';

export const eventsPath = `${controlPath}events`;

export function createSimulatorServer(controlled: Controlled): Server {
  const streams = new EventStreams(() => consoleState(controlled));
  return createServer((request, response) => {
    // This event also reports a call whose connection was cut.
    response.once('close', () => streams.changed());
    respond(controlled, streams, request, response)
      .then((answered) => answered && send(controlled, response, answered))
      .catch((error: unknown) => {
        if (error instanceof ConnectionCut) return request.socket.destroy();
        return send(controlled, response, failure(controlled.service, error));
      });
  });
}

/** Returns the response, unless the request opens a stream of events. */
async function respond(
  controlled: Controlled, streams: EventStreams, request: IncomingMessage, response: ServerResponse,
): Promise<WireResponse | void> {
  const { method = 'GET', headers } = request;
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const refused = foreignOrigin(method, headers) ?? (isOwn(method, url) ? foreignHost(headers) : undefined);
  if (refused !== undefined) return json(403, { message: refused });
  if (method === 'GET' && url.pathname === eventsPath) return streams.open(response);
  return (method === 'GET' ? consolePart(url.pathname) : undefined) ?? answer(controlled, request, method, url);
}

/** Whether a request is for the simulator itself and not for Lightsail. */
function isOwn(method: string, { pathname }: URL): boolean {
  return method === 'GET' || pathname.startsWith(controlPath);
}

async function answer(controlled: Controlled, request: IncomingMessage, method: string, url: URL): Promise<WireResponse> {
  const body = await readBody(request);
  await lookUpDnsRecords(controlled);
  if (url.pathname.startsWith(controlPath)) return answerControl(controlled, method, url, body);
  const result = controlled.service.answer(parseRequest(request.headers, body));
  // A delayed response must not keep a closed simulator alive.
  if (result.delaySeconds > 0) await delay(result.delaySeconds * 1000, undefined, { ref: false });
  if ('error' in result) throw result.error;
  return outputResponse(result.output);
}

/** Looks up DNS records before the call, because the service itself never waits. */
async function lookUpDnsRecords({ service, dnsRecords }: Controlled): Promise<void> {
  if (dnsRecords && service.needsDnsRecords) service.replaceDnsRecords(await dnsRecords.cnames());
}

function failure({ behaviour }: LightsailService, error: unknown): WireResponse {
  if (error instanceof ServiceError) return errorResponse(behaviour, error);
  if (error instanceof BodyTooLarge) return { ...errorResponse(behaviour, new ServiceError('SerializationException', error.message)), status: 413 };
  return errorResponse(behaviour, new ServiceError('InternalFailure', `the simulator failed: ${String(error)}`));
}

function send({ clock }: Controlled, response: ServerResponse, { status, headers, body }: WireResponse): void {
  // The date is that of the service's clock. If it differs much from the clock of an SDK, the SDK corrects its own clock.
  response.writeHead(status, { ...headers, 'date': new Date(clock.now()).toUTCString(), 'x-amzn-RequestId': randomUUID() });
  response.end(body);
}
