import type { CertificateSummary, LightsailDistribution } from '@aws-sdk/client-lightsail';
import { type Change, changeOf } from './changes';
import type { Settings } from './settings';
import { formatValue } from '../protocol/format-value';

/** What Lightsail would refuse, and what to do about it, so that it is reported before any write. */
export function unmetPrecondition(
  { desired }: { readonly desired: Settings }, pending: readonly Change[], live: LightsailDistribution, certificate: CertificateSummary | undefined,
): string | undefined {
  const bundleId = changeOf(pending, 'bundleId')?.desired;
  if (bundleId !== undefined && live.ableToUpdateBundle === false) {
    return `bundleId: cannot change now, got ${formatValue(bundleId)} while ${formatValue(live.bundleId)} is applied; `
      + 'Lightsail allows one change in a billing month; deploy again next month, or leave the bundle as it is';
  }

  const certificateName = changeOf(pending, 'certificateName')?.desired;
  const status = certificate?.certificateDetail?.status;
  if (certificateName && status !== 'ISSUED') {
    return `certificateName: cannot attach ${formatValue(certificateName)}, got ${status ?? 'no such certificate in us-east-1'}; `
      + 'only an ISSUED certificate can be attached; create its validation records in DNS, wait until it is issued, and deploy again';
  }

  if (desired.wafRules?.length && !(changeOf(pending, 'enableWaf')?.desired ?? live.waf?.isWafEnabled)) {
    return 'wafRules: WAF is disabled, got rules; rules are allowed while WAF is enabled; enable it in the same deployment';
  }
  return undefined;
}
