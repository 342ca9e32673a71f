import type { Operation } from '@aws-sdk/client-lightsail';
import { OWNED, PROGRESS, REQUEST as FOR_MY_CDN } from './request-for-my-cdn';
import { createStep } from '../../lambda/creation';
import { decide } from '../../lambda/decide';
import type { Progress } from '../../lambda/event';
import type { Request } from '../../lambda/request';

const REQUEST: Request = { ...FOR_MY_CDN, desired: { 'origin.name': 'web' }, owned: OWNED };
const NOW = REQUEST.startedAt;
const CREATING: Progress = { ...PROGRESS, fenced: true, changes: 'created', sent: { call: 'CreateDistribution', at: NOW, operationId: 'op-1' } };
const NO_TAGS = { put: [], remove: [] };

const operation = (status: Operation['status'], statusChangedAt = NOW): Operation =>
  ({ id: 'op-1', operationType: 'CreateDistribution', status, statusChangedAt: new Date(statusChangedAt), errorCode: 'EdgeFull', errorDetails: 'No room' });
const waiting = (reason: string) => ({ kind: 'wait', reason, fence: 'stands', tags: NO_TAGS, sent: [], noted: {} });
const failed = (message: string) => ({ kind: 'fail', message: `my-cdn: ${message}`, dropFence: false });

describe('the first call', () => {
  test('creates what is not there, with a fence in the call', () => {
    expect(decide(REQUEST, undefined, { kind: 'absent' }, NOW)).toEqual({
      kind: 'call', step: createStep(REQUEST, OWNED, NOW), fence: 'stands', tags: NO_TAGS, sent: [], noted: { attaches: false, changes: 'created' },
    });
  });

  test('creates none when Lightsail took too long to answer, as a later request may have come', () => {
    expect(decide(REQUEST, undefined, { kind: 'absent' }, NOW + 120_000)).toMatchObject({ kind: 'call' });
    expect(decide(REQUEST, undefined, { kind: 'absent' }, NOW + 120_001)).toEqual(failed(
      'not created, got the first answers of Lightsail only after 120 s; after two minutes a later request may have come; deploy again'));
  });

  test('notes that a certificate comes with it', () => {
    const request = { ...REQUEST, desired: { ...REQUEST.desired, certificateName: 'cert-1' } };
    const certificate = { certificateName: 'cert-1', certificateDetail: { status: 'ISSUED' as const } };
    expect(decide(request, undefined, { kind: 'absent', certificate }, NOW)).toMatchObject({ kind: 'call', noted: { attaches: true, changes: 'created' } });
  });

  test.each<[string, Request['desired'], string]>([
    ['a certificate', { certificateName: 'cert-1' }, 'certificateName: cannot attach "cert-1", got no such certificate in us-east-1; '
      + 'only an ISSUED certificate can be attached; create its validation records in DNS, wait until it is issued, and deploy again'],
    ['WAF rules', { wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }] },
      'wafRules: WAF is off, got rules; rules are allowed while WAF is on; enable it in the same deployment'],
  ])('tells what Lightsail would refuse: %s', (_what, desired, message) => {
    expect(decide({ ...REQUEST, desired: { ...REQUEST.desired, ...desired } }, undefined, { kind: 'absent' }, NOW)).toEqual(failed(message));
  });
});

describe('a poll that does not find the distribution', () => {
  test.each<[string, Operation | undefined, number, string]>([
    ['waits for its operation', operation('Started'), NOW + 600_000, 'CreateDistribution operation op-1 (Started)'],
    ['waits for a read that shows it once that is over', operation('Succeeded'), NOW + 59_999, 'a read that shows the new distribution'],
    ['waits for a read that shows it when the service knows no operation', undefined, NOW + 59_999, 'a read that shows the new distribution'],
  ])('%s', (_what, seen, now, reason) => {
    expect(decide(REQUEST, CREATING, { kind: 'absent', operation: seen }, now)).toEqual(waiting(reason));
  });

  test.each<[string, Progress, Operation | undefined, number, string]>([
    ['its operation has failed', CREATING, operation('Failed'), NOW,
      'CreateDistribution operation op-1 (Failed) failed: EdgeFull: No room; correct what it names and deploy again'],
    ['none comes of it', CREATING, operation('Succeeded'), NOW + 60_000,
      'CreateDistribution brought no distribution, got an operation that is over; '
      + 'its name must not be that of any other Lightsail resource of the account; choose another name, or deploy again'],
    ['none comes of it, and nobody knows whether it was sent', { ...CREATING, doubt: 'Error: socket hang up' }, undefined, NOW + 60_000,
      'CreateDistribution brought no distribution, got Error: socket hang up; '
      + 'its name must not be that of any other Lightsail resource of the account; choose another name, or deploy again'],
    ['the first call could not look', PROGRESS, undefined, NOW,
      'Lightsail could not be reached when the request began, got no distribution; one is created at the beginning of a request only, '
      + 'as a later one may have come meanwhile; deploy again'],
    ['the first call saw it', { ...PROGRESS, changes: 'nothing changed' }, undefined, NOW,
      'gone while the request was under way, got no distribution; something else has deleted it; deploy again to create it anew'],
  ])('fails when %s', (_what, progress, seen, now, message) => {
    expect(decide(REQUEST, progress, { kind: 'absent', operation: seen }, now)).toEqual(failed(message));
  });

  test('never creates one, as a later request may have deleted it', () => {
    for (const progress of [PROGRESS, CREATING, { ...CREATING, fenced: false }]) {
      expect(decide(REQUEST, progress, { kind: 'absent' }, NOW + 1_000).kind).not.toBe('call');
    }
  });

  test('says what is pending when the time is over', () => {
    expect(decide({ ...REQUEST, timeoutSeconds: 10 }, CREATING, { kind: 'absent', operation: operation('Started') }, NOW + 10_000)).toEqual(failed(
      'not finished after 10 s, pending: CreateDistribution operation op-1 (Started); look at the distribution, then deploy again or allow a longer timeout'));
  });
});

test('settings of a distribution that does not belong to the stack never create it', () => {
  expect(decide({ ...REQUEST, owned: undefined }, undefined, { kind: 'absent' }, NOW)).toEqual(failed('no such distribution in this account; '
    + 'names are looked up with `aws lightsail get-distributions --region us-east-1`; correct the name or create the distribution first'));
});
