import { checkCache } from './check-cache';
import { checkCustomErrorResponses } from './check-custom-error-responses';
import { checkOrigin } from './check-origin';
import { checkNotEmpty, checkSeconds } from './check-values';
import { checkWaf } from './check-waf';
import { Findings } from './finding';
import { SettingsOptions } from '../render-settings';

/** Checks everything about the options that is known at synthesis. Tokens are not checked. */
export function checkOptions(options: SettingsOptions): Findings {
  return [
    ...checkSeconds('timeout', options.timeout, { min: 60, max: 3000 }),
    ...checkOrigin(options),
    ...checkCache(options),
    ...checkNotEmpty('certificate', options.certificate?.certificateName, 'name the certificate, or use ViewerCertificate.defaultCertificate()'),
    ...checkCustomErrorResponses(options.customErrorResponses),
    ...checkWaf(options),
  ];
}
