import { DISTRIBUTION, type ResourceEvent } from '../../lambda/event';
import { leftover, removalsOfDelete } from '../../lambda/removal';

const event = (more: Partial<ResourceEvent> = {}): ResourceEvent => ({
  RequestType: 'Delete',
  RequestId: 'request-1',
  ResourceType: DISTRIBUTION,
  StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/1',
  LogicalResourceId: 'Cdn',
  PhysicalResourceId: 'my-cdn',
  ResourceProperties: { distributionName: 'my-cdn', timeoutSeconds: '600', deleteAdopted: 'true' },
  ...more,
});

const removal = {
  id: 'request-1', resource: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/1/Cdn', distributionName: 'my-cdn', timeoutSeconds: 3_000, startedAt: 5,
};
const known = { ...removal, deleteAdopted: true, isUnheardOf: false };
const unheardOf = { ...removal, deleteAdopted: false, isUnheardOf: true };

describe('a Delete is about', () => {
  test.each<[string, Partial<ResourceEvent>, object[]]>([
    ['what CloudFormation knows', {}, [known]],
    ['what CloudFormation knows, and what the properties name if a cancelled request has left that', { PhysicalResourceId: 'web-Cdn-1A2B3C4D5E6F' },
      [{ ...known, distributionName: 'web-Cdn-1A2B3C4D5E6F' }, unheardOf]],
    ['a name of its own when the properties give none', { PhysicalResourceId: 'web-Cdn-1A2B', ResourceProperties: { timeoutSeconds: '600', deleteAdopted: 'false' } },
      [{ ...known, deleteAdopted: false, distributionName: 'web-Cdn-1A2B' }, { ...unheardOf, distributionName: expect.stringMatching(/^web-Cdn-[0-9a-f]{12}$/) }]],
    ['what the properties name alone when the id is none', { PhysicalResourceId: '2026/11/22/[$LATEST]0b5f' }, [unheardOf]],
    ['nothing when neither is a name', { PhysicalResourceId: 'no name', ResourceProperties: { distributionName: ['my-cdn', 'none'] } }, []],
    ['it even when everything else is malformed', { ResourceProperties: { distributionName: 'my-cdn', timeoutSeconds: 'long', deleteAdopted: 'perhaps' } },
      [{ ...known, deleteAdopted: false }]],
  ])('%s', (_what, more, removals) => {
    expect(removalsOfDelete(event(more), 5)).toEqual(removals);
  });
});

describe('what is left of an update to a new name', () => {
  const rollback = (more: Partial<ResourceEvent> = {}) => event({ RequestType: 'Update', OldResourceProperties: { distributionName: 'new-cdn' }, ...more });

  test('is the new one, in the rollback of an update of which CloudFormation did not learn the name', () => {
    expect(leftover(rollback(), 5)).toEqual({ ...unheardOf, distributionName: 'new-cdn' });
    expect(leftover(rollback({ OldResourceProperties: {} }), 5)).toEqual({ ...unheardOf, distributionName: expect.stringMatching(/^web-Cdn-[0-9a-f]{12}$/) });
  });

  test.each<[string, ResourceEvent]>([
    ['in an update to a new name', rollback({ ResourceProperties: { distributionName: 'new-cdn' }, OldResourceProperties: { distributionName: 'my-cdn' } })],
    ['in a rollback that CloudFormation follows with a Delete', rollback({ PhysicalResourceId: 'new-cdn' })],
    ['in an update of the same one', rollback({ OldResourceProperties: { distributionName: 'my-cdn' } })],
    ['in a create', event({ RequestType: 'Create', PhysicalResourceId: undefined })],
    ['when the former properties name none', rollback({ OldResourceProperties: { distributionName: 'no name' } })],
    ['when the former properties name something else', rollback({ OldResourceProperties: { distributionName: 5 } })],
  ])('is nothing %s', (_what, one) => {
    expect(leftover(one, 5)).toBeUndefined();
  });
});
