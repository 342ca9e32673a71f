import { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = /^(127\.0\.0\.1|localhost)(:\d+)?$/i;

/** Only reading methods are open to every page: what they answer, the browser itself keeps from pages of another origin. */
const READING = ['GET', 'HEAD'];

/**
 * Why a request is refused that a page of another site may have made in a browser on this machine. A browser says where a request comes from
 * in Origin and Sec-Fetch-Site; the SDKs, the AWS CLI and curl send neither.
 */
export function foreignOrigin(method: string, { host = '', origin, 'sec-fetch-site': site }: IncomingHttpHeaders): string | undefined {
  if (READING.includes(method)) return undefined;
  if (origin !== undefined && (origin !== `http://${host}` || !LOOPBACK.test(host))) return `a page of another origin cannot use the simulator, got Origin: ${origin}`;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return `a page of another origin cannot use the simulator, got Sec-Fetch-Site: ${String(site)}`;
  return undefined;
}

/** Why the Host header is refused: a foreign name that resolves to 127.0.0.1 (DNS rebinding) would make its pages ones of this origin. */
export function foreignHost({ host = '' }: IncomingHttpHeaders): string | undefined {
  return LOOPBACK.test(host) ? undefined : `the host must be 127.0.0.1 or localhost, got Host: ${host}`;
}
