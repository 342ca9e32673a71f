import { checkNotEmpty, checkSeconds } from './check-values';
import { finding, Findings } from './finding';
import { SettingsOptions } from '../render-settings';

export function checkOrigin({ origin, privateOriginAccess }: SettingsOptions): Findings {
  if (origin === undefined) {
    // Lightsail takes the switch only together with the origin's name.
    return privateOriginAccess === undefined ? [] : finding('privateOriginAccess', {
      what: 'no origin', got: `${privateOriginAccess}`, allowed: 'it is allowed only together with origin', todo: 'name the bucket in origin',
    });
  }
  return [
    ...checkNotEmpty('origin.name', origin.name, 'name the instance, load balancer, bucket or container service'),
    ...checkSeconds('origin.responseTimeout', origin.responseTimeout, { least: 1, most: 60 }),
  ];
}
