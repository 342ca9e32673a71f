import { Account, owned } from './account';
import { inputsOf } from './handler-over-http';

let account: Account;
beforeEach(() => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  account = new Account();
});

const OWNER = { 'cdk-lightsail-distribution:owner': 'created arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e/Cdn' };
const tagged = (tags: Readonly<Record<string, string>>, settings: object = {}) =>
  owned(settings, { tags: Object.entries(tags).map(([key, value]) => ({ key, value })) });

describe('tags alone never cause a deployment', () => {
  test.each<[string, object, object, readonly unknown[], string]>([
    ['one added', { a: '1' }, { a: '1', b: '2' }, [['TagResource', { resourceName: 'my-cdn', tags: [{ key: 'b', value: '2' }] }]], 'tag b: nothing -> "2"'],
    ['one changed', { a: '1' }, { a: '2' }, [['TagResource', { resourceName: 'my-cdn', tags: [{ key: 'a', value: '2' }] }]], 'tag a: "1" -> "2"'],
    ['one to a key alone', { a: '1' }, { a: '' }, [['TagResource', { resourceName: 'my-cdn', tags: [{ key: 'a', value: '' }] }]], 'tag a: "1" -> ""'],
    ['one removed', { a: '1', b: '2' }, { a: '1' }, [['UntagResource', { resourceName: 'my-cdn', tagKeys: ['b'] }]], 'tag b: "2" -> nothing'],
    ['some of each', { a: '1', b: '2', c: '3' }, { a: '9', d: '4' }, [
      ['TagResource', { resourceName: 'my-cdn', tags: [{ key: 'a', value: '9' }, { key: 'd', value: '4' }] }],
      ['UntagResource', { resourceName: 'my-cdn', tagKeys: ['b', 'c'] }],
    ], 'tag a: "1" -> "9"; tag d: nothing -> "4"; tag b: "2" -> nothing; tag c: "3" -> nothing'],
  ])('%s: 1 read, 1 or 2 tag writes', async (_what, before, after, writes, words) => {
    const stack = account.stack();
    await stack.create(tagged(before as Record<string, string>));
    account.calls();
    expect(await stack.update(tagged(after as Record<string, string>))).toMatchObject({ status: 'UPDATE_COMPLETE', data: { changes: words } });
    expect(inputsOf(account.writes)).toEqual(writes);
    expect(account.calls().filter((operation) => operation.startsWith('Get'))).toEqual(['GetDistributions']);
    expect(account.tags()).toEqual({ ...after, ...OWNER });
  });
});

test('with a setting: one write more than for the tags', async () => {
  const stack = account.stack();
  await stack.create(tagged({ a: '1' }));
  account.calls();
  expect(await stack.update(tagged({ b: '2' }, { isEnabled: false }))).toMatchObject({
    status: 'UPDATE_COMPLETE', data: { changes: 'isEnabled: true -> false; tag b: nothing -> "2"; tag a: "1" -> nothing' },
  });
  expect(account.writes.map(({ operation }) => operation)).toEqual(['TagResource', 'UntagResource', 'UpdateDistribution']);
  expect(account.tags()).toEqual({ b: '2', ...OWNER });
});

test('written outside the stack are unchanged, and so is a removed one that was changed outside the stack since', async () => {
  const stack = account.stack();
  await stack.create(tagged({ a: '1', b: '2' }));
  account.service.seeds.tagOutsideStack('my-cdn', { b: 'theirs', theirs: 'x' });
  account.calls();
  expect(await stack.update(tagged({ a: '1' }))).toMatchObject({ status: 'UPDATE_COMPLETE', data: { changes: 'nothing changed' } });
  expect(account.calls()).toEqual(['GetDistributions']);
  expect(account.tags()).toEqual({ a: '1', b: 'theirs', theirs: 'x', ...OWNER });
});

test('that were removed outside the stack are written again', async () => {
  const stack = account.stack();
  await stack.create(tagged({ a: '1' }));
  account.service.seeds.tagOutsideStack('my-cdn', { a: null });
  expect(await stack.update(tagged({ a: '1' }))).toMatchObject({ status: 'UPDATE_COMPLETE' });
  expect(account.tags()).toEqual({ a: '1', ...OWNER });
});

test('are reverted by a rollback', async () => {
  const stack = account.stack();
  await stack.create(tagged({ a: '1', b: '2' }));
  expect(await stack.update(tagged({ a: '9', c: '3' }), { siblingFailsAfter: Infinity })).toMatchObject({ status: 'UPDATE_ROLLBACK_COMPLETE' });
  expect(account.tags()).toEqual({ a: '1', b: '2', ...OWNER });
});

test.each(['throttle', 'serverError', 'cutBefore', 'cutAfter'] as const)('whose write fails (%s) are written at a later poll', async (kind) => {
  const stack = account.stack();
  await stack.create(tagged({ a: '1' }));
  account.service.faults.add({ operation: 'TagResource', kind });
  expect(await stack.update(tagged({ b: '2' }, { isEnabled: false }))).toMatchObject({ status: 'UPDATE_COMPLETE' });
  expect(account.tags()).toEqual({ b: '2', ...OWNER });
  expect(account.live()).toMatchObject({ isEnabled: false });
});

test('that Lightsail refuses are reported with its message', async () => {
  const stack = account.stack();
  await stack.create(tagged({ a: '1' }));
  account.service.faults.add({ operation: 'TagResource', kind: 'error', message: 'a resource can have 50 tags, got 51' });
  expect(await stack.update(tagged({ b: '2' }))).toMatchObject({
    status: 'UPDATE_ROLLBACK_COMPLETE',
    reasons: ['my-cdn: writing its tags was refused, got InvalidInputException: a resource can have 50 tags, got 51'],
  });
  expect(account.tags()).toEqual({ a: '1', ...OWNER });
});
