import { checkCache } from './check-cache';
import { checkCustomErrorResponses } from './check-custom-error-responses';
import { checkOrigin } from './check-origin';
import { checkNotEmpty } from './check-values';
import { checkWaf } from './check-waf';
import { Findings } from './finding';
import { DistributionOptions } from '../../distribution-options';

/** Everything that can be known to be wrong with settings before the deployment. A token is never judged. */
export function checkOptions(options: DistributionOptions): Findings {
  return [
    ...checkOrigin(options),
    ...checkCache(options),
    ...checkNotEmpty('certificate', options.certificate?.certificateName, 'name the certificate, or use ViewerCertificate.defaultCertificate()'),
    ...checkCustomErrorResponses(options.customErrorResponses),
    ...checkWaf(options),
  ];
}
