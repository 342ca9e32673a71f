import type { Operation } from '@aws-sdk/client-lightsail';
import { createStep } from '../../../../lambda/distribution/create-step';
import type { Creating, SettingsPhase } from '../../../../lambda/distribution/phase';
import { decide } from '../../../../lambda/distribution/present/decide';
import type { Request } from '../../../../lambda/distribution/request';
import { FIRST_CALL, type FirstCall } from '../../../../lambda/reconcile';
import { OWNED, REQUEST as FOR_MY_CDN, SENT, UNOBSERVED, WAITING } from '../../request-for-my-cdn';

/** CloudFormation knows the distribution, so that a decision that removes a fence is visible. */
const REQUEST: Request = { ...FOR_MY_CDN, desired: { 'origin.name': 'web' }, owned: { ...OWNED, isNew: false } };
const NOW = REQUEST.startedAt;
const CREATING: Creating = {
  phase: 'creating', sent: { call: 'CreateDistribution', at: NOW, operationId: 'op-1' }, first: { attachesCertificate: false, changes: 'created' },
};
const NO_TAGS = { put: [], remove: [] };

const operation = (status: Operation['status'], statusChangedAt = NOW): Operation =>
  ({ id: 'op-1', operationType: 'CreateDistribution', status, statusChangedAt: new Date(statusChangedAt), errorCode: 'EdgeFull', errorDetails: 'No room' });
const waiting = (reason: string) => ({ kind: 'requeue', reason, tags: NO_TAGS, phase: CREATING, untagged: CREATING });
const failed = (message: string) => ({ kind: 'fail', message: `my-cdn: ${message}`, cleanUp: [] });

describe('the first call', () => {
  test('creates a missing distribution, with a fence in the call', () => {
    const write = createStep(REQUEST, REQUEST.owned!, NOW);
    const accepted: Creating = { ...CREATING, sent: { call: 'CreateDistribution', at: NOW } };
    expect(decide(REQUEST, FIRST_CALL, { kind: 'absent' }, NOW)).toEqual({
      kind: 'call', reason: 'CreateDistribution, origin.name: nothing -> "web"', write, changes: write.changes, recorded: [], tags: NO_TAGS, accepted, untagged: accepted, next: 'poll',
    });
  });

  test('creates none when Lightsail took too long to respond, because a later request may have started', () => {
    expect(decide(REQUEST, FIRST_CALL, { kind: 'absent' }, NOW + 120_000)).toMatchObject({ kind: 'call' });
    const late = (seconds: number) =>
      failed(`not created, got the first response of Lightsail only after ${seconds} s; after two minutes a later request may have started; deploy again`);
    expect(decide(REQUEST, FIRST_CALL, { kind: 'absent' }, NOW + 120_001)).toEqual(late(120));
    expect(decide(REQUEST, FIRST_CALL, { kind: 'absent' }, NOW + 850_000)).toEqual(late(850));
  });

  test('records that a certificate is attached with it', () => {
    const request = { ...REQUEST, desired: { ...REQUEST.desired, certificateName: 'cert-1' } };
    const certificate = { certificateName: 'cert-1', certificateDetail: { status: 'ISSUED' as const } };
    expect(decide(request, FIRST_CALL, { kind: 'absent', certificate }, NOW)).toMatchObject({ kind: 'call', accepted: { phase: 'creating', first: { attachesCertificate: true, changes: 'created' } } });
  });

  test.each<[string, Request['desired'], string]>([
    ['a certificate', { certificateName: 'cert-1' }, 'certificateName: cannot attach "cert-1", got no such certificate in us-east-1; '
      + 'only an ISSUED certificate can be attached; create its validation records in DNS, wait until it is issued, and deploy again'],
    ['WAF rules', { wafRules: [{ name: 'AWSManagedRulesCommonRuleSet' }] },
      'wafRules: WAF is disabled, got rules; rules are allowed while WAF is enabled; enable it in the same deployment'],
  ])('tells what Lightsail would refuse: %s', (_what, desired, message) => {
    expect(decide({ ...REQUEST, desired: { ...REQUEST.desired, ...desired } }, FIRST_CALL, { kind: 'absent' }, NOW)).toEqual(failed(message));
  });
});

describe('a poll that does not find the distribution', () => {
  test.each<[string, Operation | undefined, number, string]>([
    ['waits for its operation', operation('Started'), NOW + 600_000, 'CreateDistribution operation op-1 (Started)'],
    ['waits for a read that shows it once that has ended', operation('Succeeded'), NOW + 59_999, 'a read that shows the new distribution'],
    ['waits for a read that shows it when nothing says when its operation ended', { ...operation('Succeeded'), statusChangedAt: undefined }, NOW + 59_999,
      'a read that shows the new distribution'],
    ['waits for a read that shows it when the service knows no operation', undefined, NOW + 59_999, 'a read that shows the new distribution'],
  ])('%s', (_what, seen, now, reason) => {
    expect(decide(REQUEST, CREATING, { kind: 'absent', operation: seen }, now)).toEqual(waiting(reason));
  });

  test.each<[string, SettingsPhase, Operation | undefined, number, string]>([
    ['its operation has failed', CREATING, operation('Failed'), NOW,
      'CreateDistribution operation op-1 (Failed) failed: EdgeFull: No room; correct the cause and deploy again'],
    ['it creates none', CREATING, operation('Succeeded'), NOW + 60_000,
      'CreateDistribution created no distribution, got a completed operation; '
      + 'its name must be unique among the Lightsail resources of the account; choose another name, or deploy again'],
    ['it creates none, and it is unknown whether it was sent', { ...CREATING, error: 'Error: socket hang up' }, undefined, NOW + 60_000,
      'CreateDistribution created no distribution, got Error: socket hang up; '
      + 'its name must be unique among the Lightsail resources of the account; choose another name, or deploy again'],
    ['the first call could not observe', UNOBSERVED, undefined, NOW,
      'Lightsail did not respond when the request began, got no distribution; a distribution is created only at the beginning of a request, '
      + 'as a later one may have started since; deploy again'],
    ['the first call observed it', WAITING, undefined, NOW,
      'deleted while the request was in progress, got no distribution; something outside the stack deleted it; deploy again to create it'],
  ])('fails when %s', (_what, phase, seen, now, message) => {
    expect(decide(REQUEST, phase, { kind: 'absent', operation: seen }, now)).toEqual(failed(message));
  });

  test('never creates one, as a later request may have deleted it', () => {
    for (const phase of [UNOBSERVED, CREATING, WAITING, SENT]) {
      expect(decide(REQUEST, phase, { kind: 'absent' }, NOW + 1_000).kind).not.toBe('call');
    }
  });

  test('reports what is pending at the deadline', () => {
    expect(decide({ ...REQUEST, timeoutSeconds: 10 }, CREATING, { kind: 'absent', operation: operation('Started') }, NOW + 10_000)).toEqual(failed(
      'timed out after 10 s, pending: CreateDistribution operation op-1 (Started); check the distribution, then deploy again or set a longer timeout'));
  });
});

test.each<SettingsPhase | FirstCall>([FIRST_CALL, UNOBSERVED, WAITING, SENT, CREATING])('settings of a distribution that the stack does not own never create it: %j', (phase) => {
  expect(decide({ ...REQUEST, owned: undefined }, phase, { kind: 'absent' }, NOW)).toEqual(failed('no such distribution in this account; '
    + 'names are listed by `aws lightsail get-distributions --region us-east-1`; correct the name or create the distribution first'));
});
