import { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = /^(127\.0\.0\.1|localhost)(:\d+)?$/i;

/** Pages of every origin may use these methods, because the browser does not let a page read the response of another origin. */
const READING = ['GET', 'HEAD'];

/**
 * Returns why a request is refused that a page of another site may have sent from a browser on this machine. A browser states the origin
 * of a request in Origin and Sec-Fetch-Site. The SDKs, the AWS CLI and curl send neither.
 */
export function foreignOrigin(method: string, { host = '', origin, 'sec-fetch-site': site }: IncomingHttpHeaders): string | undefined {
  if (READING.includes(method)) return undefined;
  if (origin !== undefined && (origin !== `http://${host}` || !LOOPBACK.test(host))) return `a page of another origin cannot use the simulator, got Origin: ${origin}`;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return `a page of another origin cannot use the simulator, got Sec-Fetch-Site: ${String(site)}`;
  return undefined;
}

/** Returns why the Host header is refused. With a foreign name that resolves to 127.0.0.1 (DNS rebinding), a foreign page would have this origin. */
export function foreignHost({ host = '' }: IncomingHttpHeaders): string | undefined {
  return LOOPBACK.test(host) ? undefined : `the host must be 127.0.0.1 or localhost, got Host: ${host}`;
}
