import { checkCache } from './check-cache';
import { checkCustomErrorResponses } from './check-custom-error-responses';
import { checkOrigin } from './check-origin';
import { checkNotEmpty, checkSeconds } from './check-values';
import { checkWaf } from './check-waf';
import { Findings } from './finding';
import { SettingsOptions } from '../render-settings';

/** Everything that can be known to be wrong with the options before the deployment. A token is never judged. */
export function checkOptions(options: SettingsOptions): Findings {
  return [
    ...checkSeconds('timeout', options.timeout, { least: 60, most: 3000 }),
    ...checkOrigin(options),
    ...checkCache(options),
    ...checkNotEmpty('certificate', options.certificate?.certificateName, 'name the certificate, or use ViewerCertificate.defaultCertificate()'),
    ...checkCustomErrorResponses(options.customErrorResponses),
    ...checkWaf(options),
  ];
}
