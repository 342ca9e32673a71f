import { checkNotEmpty, checkSeconds } from './check-values';
import { finding, Findings } from './finding';
import { SettingsOptions } from '../render-settings';

export function checkOrigin({ origin, privateOriginAccess }: SettingsOptions): Findings {
  if (origin === undefined) {
    // Lightsail accepts this setting only together with the name of the origin.
    return privateOriginAccess === undefined ? [] : finding('privateOriginAccess', {
      what: 'no origin', got: `${privateOriginAccess}`, allowed: 'it is allowed only together with origin', todo: 'name the bucket in origin',
    });
  }
  return [
    ...checkNotEmpty('origin.name', origin.name, 'name the instance, load balancer, bucket or container service'),
    ...checkSeconds('origin.responseTimeout', origin.responseTimeout, { min: 1, max: 60 }),
  ];
}
