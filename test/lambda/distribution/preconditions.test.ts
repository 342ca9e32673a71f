import { unmetPrecondition } from '../../../lambda/distribution/preconditions';

const attach = [{ setting: 'certificateName' as const, current: '', desired: 'cert-1' }];

test.each([[undefined, 'no such certificate in us-east-1'], [{}, 'no such certificate in us-east-1'], [{ certificateDetail: { status: 'EXPIRED' as const } }, 'EXPIRED']])(
  'a certificate that cannot be attached: %j', (certificate, got) => {
    expect(unmetPrecondition({ desired: { certificateName: 'cert-1' } }, attach, {}, certificate)).toBe(`certificateName: cannot attach "cert-1", got ${got}; `
      + 'only an ISSUED certificate can be attached; create its validation records in DNS, wait until it is issued, and deploy again');
  });

test('a certificate that is issued', () => {
  expect(unmetPrecondition({ desired: { certificateName: 'cert-1' } }, attach, {}, { certificateDetail: { status: 'ISSUED' } })).toBeUndefined();
});
