import type { CertificateSummary } from '@aws-sdk/client-lightsail';
import { CERTIFICATE } from '../../../lambda/certificate/name';
import { Account } from '../account';
import type { Stack } from '../cloudformation';

const ZONE = [{ hostedZoneId: 'Z0123456789' }];
const wanted = (more: object = {}) => ({ domainName: 'example.com', subjectAlternativeNames: ['www.example.com'], hostedZones: ZONE, ...more });

let account: Account;
beforeEach(() => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  account = new Account({ issueSeconds: 20 });
});

const stackOf = (name = 'web'): Stack => account.stack(name, { resourceType: CERTIFICATE, logicalId: 'Certificate' });
const certificates = () => account.service.snapshot().certificates.filter(({ certificateName }) => !certificateName.startsWith('cert-')) as unknown as readonly CertificateSummary[];

test('probe', async () => {
  const stack = stackOf();
  const created = await stack.create(wanted());
  console.log(JSON.stringify(created), account.calls().join(' '));
  console.log(JSON.stringify(certificates(), null, 1));
  const updated = await stack.update(wanted({ tags: [{ key: 'team', value: 'web' }, { key: 'flag', value: '' }] }));
  console.log(JSON.stringify(updated), account.calls().join(' '));
  const replaced = await stack.update(wanted({ subjectAlternativeNames: ['www.example.com', 'shop.example.com'] }));
  console.log(JSON.stringify(replaced), account.calls().join(' '), certificates().map((c) => c.certificateName));
  console.log(JSON.stringify(await stack.delete()), account.calls().join(' '), certificates().length);
  const manual = await stackOf('manual').create({ domainName: 'example.org', timeoutSeconds: 60 });
  console.log(JSON.stringify(manual), account.calls().join(' '), JSON.stringify(certificates().map((c) => c.tags)));
  account.service.seeds.seedDnsRecord(/(_\S+) CNAME/.exec(manual.reasons[0])![1], { value: /CNAME (\S+);/.exec(manual.reasons[0])![1] });
  const again = await stackOf('manual').create({ domainName: 'example.org', timeoutSeconds: 60 });
  console.log(JSON.stringify(again), account.calls().join(' '), JSON.stringify(certificates().map((c) => c.tags)));
});
