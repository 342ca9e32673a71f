import { parts, PartPath, readPart } from './parts';
import { WireResponse } from '../http/wire';

/** Allows only resources of this server. Forbids inline scripts and styles, framing, and HTML from text. */
const contentSecurityPolicy = [
  'default-src \'none\'',
  'script-src \'self\'',
  'style-src \'self\'',
  'img-src \'self\'',
  'connect-src \'self\'',
  'base-uri \'none\'',
  'form-action \'none\'',
  'frame-ancestors \'none\'',
  'require-trusted-types-for \'script\'',
  'trusted-types \'none\'',
].join('; ');

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // The next version of the simulator has the same address.
  'cache-control': 'no-store',
};

/** Returns the file of the console at this path, if there is one. */
export function consolePart(path: string): WireResponse | undefined {
  if (!Object.hasOwn(parts, path)) return undefined;
  const part = path as PartPath;
  return { status: 200, headers: { ...headers, 'content-type': parts[part].type }, body: readPart(part) };
}
