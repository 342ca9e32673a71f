import { deletionsOf, orphanOf } from '../../../../lambda/distribution/deletion/deletion';
import { DISTRIBUTION } from '../../../../lambda/distribution/name';
import type { ResourceEvent } from '../../../../lambda/protocol/event';

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

const base = {
  id: 'request-1', resource: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/1/Cdn', resourceName: 'my-cdn', timeoutSeconds: 3_000, startedAt: 5,
};
const known = { ...base, deleteAdopted: true, isOrphan: false };
const orphan = { ...base, deleteAdopted: false, isOrphan: true };

describe('a Delete is about', () => {
  test.each<[string, Partial<ResourceEvent>, object[]]>([
    ['what CloudFormation knows', {}, [known]],
    ['what CloudFormation knows, and what the properties name if a cancelled request left it behind', { PhysicalResourceId: 'web-Cdn-1A2B3C4D5E6F' },
      [{ ...known, resourceName: 'web-Cdn-1A2B3C4D5E6F' }, orphan]],
    ['a generated name when the properties have none', { PhysicalResourceId: 'web-Cdn-1A2B', ResourceProperties: { timeoutSeconds: '600', deleteAdopted: 'false' } },
      [{ ...known, deleteAdopted: false, resourceName: 'web-Cdn-1A2B' }, { ...orphan, resourceName: expect.stringMatching(/^web-Cdn-[0-9a-f]{12}$/) }]],
    ['what the properties name alone when the id is none', { PhysicalResourceId: '2026/11/22/[$LATEST]0b5f' }, [orphan]],
    ['nothing when neither is a name', { PhysicalResourceId: 'no name', ResourceProperties: { distributionName: ['my-cdn', 'none'] } }, []],
    ['it even when everything else is malformed', { ResourceProperties: { distributionName: 'my-cdn', timeoutSeconds: 'long', deleteAdopted: 'perhaps' } },
      [{ ...known, deleteAdopted: false }]],
  ])('%s', (_what, more, removals) => {
    expect(deletionsOf(event(more), 5)).toEqual(removals);
  });
});

describe('what an update to a new name leaves behind', () => {
  const rollback = (more: Partial<ResourceEvent> = {}) => event({ RequestType: 'Update', OldResourceProperties: { distributionName: 'new-cdn' }, ...more });

  test('is the new one, in the rollback of an update of which CloudFormation did not learn the name', () => {
    expect(orphanOf(rollback(), 5)).toEqual({ ...orphan, resourceName: 'new-cdn' });
    expect(orphanOf(rollback({ OldResourceProperties: {} }), 5)).toEqual({ ...orphan, resourceName: expect.stringMatching(/^web-Cdn-[0-9a-f]{12}$/) });
  });

  test.each<[string, ResourceEvent]>([
    ['in an update to a new name', rollback({ ResourceProperties: { distributionName: 'new-cdn' }, OldResourceProperties: { distributionName: 'my-cdn' } })],
    ['in a rollback that CloudFormation follows with a Delete', rollback({ PhysicalResourceId: 'new-cdn' })],
    ['in an update of the same one', rollback({ OldResourceProperties: { distributionName: 'my-cdn' } })],
    ['in a create', event({ RequestType: 'Create', PhysicalResourceId: undefined })],
    ['when the former properties name none', rollback({ OldResourceProperties: { distributionName: 'no name' } })],
    ['when the former properties name something else', rollback({ OldResourceProperties: { distributionName: 55 } })],
    ['in an update from a third name to a new one', rollback({ ResourceProperties: { distributionName: 'newer-cdn' } })],
  ])('is nothing %s', (_what, one) => {
    expect(orphanOf(one, 5)).toBeUndefined();
  });
});
