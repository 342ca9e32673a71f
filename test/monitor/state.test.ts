import type { CertificateSummary, LightsailDistribution, RenewalStatus } from '@aws-sdk/client-lightsail';
import { START } from './monitored';
import { certificateGauges } from '../../monitor/state/certificate';
import { differences } from '../../monitor/state/drift';
import { DAY, firstDay, transferGauges } from '../../monitor/state/transfer';

describe('the certificate', () => {
  const certificate = (days: number, renewalStatus?: RenewalStatus): CertificateSummary =>
    ({ certificateDetail: { notAfter: new Date((START + days * DAY) * 1000), renewalSummary: renewalStatus && { renewalStatus } } });

  test.each([[30.9, 30], [0.5, 0], [-3, 0]])('that expires in %p days has %p whole days', (days, expected) => {
    expect(certificateGauges(certificate(days), START)).toEqual({ CertificateDaysToExpiry: expected, CertificateRenewalBlocked: 0 });
  });

  test.each([['PendingAutoRenewal', 0], ['Success', 0], ['PendingValidation', 1], ['Failed', 1]] as const)('has a renewal that is %s', (status, blocked) => {
    expect(certificateGauges(certificate(40, status), START).CertificateRenewalBlocked).toBe(blocked);
  });

  test('that is not known has no values', () => {
    expect(certificateGauges(undefined, START)).toEqual({});
    expect(certificateGauges({}, START)).toEqual({ CertificateRenewalBlocked: 0 });
  });
});

describe('the transfer quota', () => {
  const month = { start: START, end: START + 30 * DAY };
  const GB = 1_000_000_000;
  const day = (index: number, gigabytes: number) => ({ start: START + index * DAY, value: gigabytes * GB });

  test('is read from the start of the month, and at least of seven days', () => {
    expect(firstDay(month, START + 20 * DAY + 5)).toBe(START);
    expect(firstDay(month, START + 2 * DAY + 5)).toBe(START - 5 * DAY);
  });

  test('used is what the month has, forecast is that and as much a day as in the last seven', () => {
    const days = Array.from({ length: 15 }, (_, index) => day(index, 1));
    expect(transferGauges(days, 50 * GB, month, START + 15 * DAY, 0)).toEqual({ TransferUsed: 30, TransferForecast: 60 });
  });

  test('the days of the last month count for the trend only', () => {
    const days = [-5, -4, -3, -2, -1, 0, 1].map((index) => day(index, 1));
    expect(transferGauges(days, 100 * GB, month, START + 2 * DAY, 0)).toEqual({ TransferUsed: 2, TransferForecast: 30 });
  });

  test('a new distribution has the trend of its own days, and in its first one that of one day', () => {
    expect(transferGauges([day(8, 1), day(9, 1)], 100 * GB, month, START + 10 * DAY, START + 8 * DAY))
      .toEqual({ TransferUsed: 2, TransferForecast: 22 });
    expect(transferGauges([day(10, 1)], 100 * GB, month, START + 10 * DAY + 600, START + 10 * DAY + 500).TransferForecast).toBeCloseTo(20.99, 1);
  });
});

describe('drift', () => {
  const live: LightsailDistribution = { name: 'my-cdn', status: 'Deployed', isEnabled: true, cacheBehaviorSettings: { defaultTTL: 60 } };

  test('is what the handler would change', () => {
    expect(differences({ 'cacheBehaviorSettings.defaultTTL': 3_600, 'isEnabled': true }, live, undefined))
      .toEqual([{ setting: 'cacheBehaviorSettings.defaultTTL', live: '60', template: '3600' }]);
  });

  test('is unknown while a deployment is in progress', () => {
    expect(differences({ isEnabled: false }, { ...live, status: 'InProgress' }, undefined)).toBeUndefined();
  });

  test('is one difference without a distribution', () => {
    expect(differences({ isEnabled: false }, undefined, undefined)).toHaveLength(1);
  });
});
