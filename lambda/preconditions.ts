import type { CertificateSummary, LightsailDistribution } from '@aws-sdk/client-lightsail';
import type { Change } from './changes';
import { shown } from './codec';
import type { Request } from './request';

/** What Lightsail would refuse, in words and with what to do, so that it is told before any write. */
export function unmetPrecondition(
  { desired }: Request, pending: readonly Change[], live: LightsailDistribution, certificate: CertificateSummary | undefined,
): string | undefined {
  const wanted = <K extends Change['setting']>(setting: K) => pending.find((change): change is Change<K> => change.setting === setting)?.wanted;

  const bundleId = wanted('bundleId');
  if (bundleId !== undefined && live.ableToUpdateBundle === false) {
    return `bundleId: cannot change now, got ${shown(bundleId)} while ${shown(live.bundleId)} is applied; `
      + 'Lightsail allows one change a billing month; deploy again next month, or leave the bundle as it is';
  }

  const certificateName = wanted('certificateName');
  const status = certificate?.certificateDetail?.status;
  if (certificateName && status !== 'ISSUED') {
    return `certificateName: cannot attach ${shown(certificateName)}, got ${status ?? 'no such certificate in us-east-1'}; `
      + 'only an ISSUED certificate can be attached; create its validation records in DNS, wait until it is issued, and deploy again';
  }

  if (desired.wafRules?.length && !(wanted('enableWaf') ?? live.waf?.isWafEnabled)) {
    return 'wafRules: WAF is off, got rules; rules are allowed while WAF is on; enable it in the same deployment';
  }
  return undefined;
}
