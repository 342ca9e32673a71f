import { IncomingHttpHeaders } from 'node:http';
import { ServiceBehaviour } from '../behaviour';
import { ServiceError } from '../errors';
import { Request } from '../service';

/** The response that is sent over HTTP. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const contentType = { 'content-type': 'application/x-amz-json-1.1' };

/** Parses an AWS JSON 1.1 request. Its Region is the one in the signature. */
export function parseRequest(headers: IncomingHttpHeaders, body: string): Request {
  const [, operation] = /^Lightsail_20161128\.(\w+)$/.exec(String(headers['x-amz-target'])) ?? [];
  if (operation === undefined) throw new ServiceError('UnknownOperationException', `Unknown operation: ${headers['x-amz-target']}`);
  const [, region] = /Credential=[^/]+\/\d{8}\/([\w-]+)\/lightsail\/aws4_request/.exec(headers.authorization ?? '') ?? [];
  if (region === undefined) {
    throw new ServiceError('IncompleteSignature', 'The Authorization header must have a Credential that is scoped to a date, a Region and lightsail');
  }
  return { operation, input: parseJson(body), region, userAgent: headers['user-agent'] };
}

function parseJson(body: string): unknown {
  try {
    return body === '' ? {} : JSON.parse(body);
  } catch (error) {
    throw new ServiceError('SerializationException', `The request body is not JSON: ${(error as Error).message}`);
  }
}

/** JSON.stringify leaves out members that are undefined. */
export function outputResponse(output: object): WireResponse {
  return { status: 200, headers: contentType, body: JSON.stringify(output) };
}

/** A response of the simulator itself, not of Lightsail. */
export function json(status: number, value: unknown): WireResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

const serverFaults: Readonly<Record<string, number>> = { ServiceException: 500, InternalFailure: 500, ServiceUnavailable: 503 };
const clientFaults: Readonly<Record<string, number>> = {
  AccessDeniedException: 403,
  UnauthenticatedException: 401,
  NotFoundException: 404,
  AccountSetupInProgressException: 428,
  RegionSetupInProgressException: 428,
};

export function errorResponse({ errorTypes, errorTypePrefix, errorStatus }: ServiceBehaviour, { name, code, message }: ServiceError): WireResponse {
  const type = errorTypes === 'name' ? name : code;
  return {
    status: serverFaults[name] ?? (errorStatus === 'perException' ? clientFaults[name] : undefined) ?? 400,
    headers: { ...contentType, 'x-amzn-errortype': type },
    body: JSON.stringify({ __type: `${errorTypePrefix}${type}`, code, docs: '', message, tip: '' }),
  };
}
