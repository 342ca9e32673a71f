import { App, CfnOutput, NestedStack, PhysicalName, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { addCertificate, certificatesOf } from './certificate-under-test';
import { addDistribution, ownedResource } from './stack-under-test';
import { DistributionCertificate, ViewerCertificate, type DistributionCertificateProps } from '../../src';

const ireland = { env: { account: '111111111111', region: 'eu-west-1' } };
const virginia = { env: { account: '111111111111', region: 'us-east-1' } };
const agnostic = {};

type Attribute = 'certificateName' | 'certificateArn' | 'certificateStatus' | 'validationRecords';

/** A stack with a certificate, and a second stack with an output that refers to an attribute of the certificate. */
function refer(attribute: Attribute, props: Partial<DistributionCertificateProps>, from: object, to: object, crossRegionReferences = false) {
  const app = new App();
  const owner = new Stack(app, 'Owner', { ...from, crossRegionReferences });
  const user = new Stack(app, 'User', { ...to, crossRegionReferences });
  new CfnOutput(user, 'Value', { value: addCertificate(owner, 'Cert', props)[attribute] });
  return { owner, value: () => Template.fromStack(user).findOutputs('Value').Value.Value as unknown };
}

/** A stack with a certificate, and a second stack with a distribution that uses the certificate. */
function attach(props: Partial<DistributionCertificateProps>, from: object, to: object) {
  const app = new App();
  const owner = new Stack(app, 'Owner', from);
  const user = new Stack(app, 'User', to);
  addDistribution(user, 'Cdn', { certificate: ViewerCertificate.fromCertificate(addCertificate(owner, 'Cert', props)) });
  return { owner, user, certificateName: () => (ownedResource(user).Properties.settings as { certificateName: unknown }).certificateName };
}

test.each([['Ireland', ireland], ['Virginia', virginia], ['a Region that is unknown at synthesis', agnostic]])('is in us-east-1, from a stack in %s', (_, props) => {
  const stack = new Stack(new App(), 'Site', props);
  expect(addCertificate(stack).env).toEqual({ account: stack.account, region: 'us-east-1' });
  expect(DistributionCertificate.fromCertificateName(stack, 'Imported', 'my-cert').env).toEqual({ account: stack.account, region: 'us-east-1' });
});

describe('between stacks in the same Region', () => {
  test.each<[string, object]>([['Ireland', ireland], ['Virginia', virginia], ['a Region that is unknown at synthesis', agnostic]])('an attribute is exported and imported, in %s', (_, env) => {
    for (const props of [{}, { certificateName: 'my-cert' }, { certificateName: PhysicalName.GENERATE_IF_NEEDED }]) {
      for (const attribute of ['certificateName', 'certificateArn', 'certificateStatus', 'validationRecords'] as const) {
        expect(refer(attribute, props, env, env).value()).toEqual({ 'Fn::ImportValue': expect.stringMatching(/^Owner:ExportsOutputFnGetAttCert/) });
      }
    }
  });

  test('the handler generates a name that is generated only if needed', () => {
    const { owner, value } = refer('certificateName', { certificateName: PhysicalName.GENERATE_IF_NEEDED }, ireland, ireland);
    value();
    expect(certificatesOf(owner)[0].Properties).not.toHaveProperty('certificateName');
  });

  test('a distribution in another stack is deployed after the certificate', () => {
    const { owner, user, certificateName } = attach({}, ireland, ireland);
    expect(certificateName()).toEqual({ 'Fn::ImportValue': expect.stringMatching(/^Owner:ExportsOutputFnGetAttCert.*certificateName/) });
    expect(user.dependencies).toEqual([owner]);
  });

  test('a nested stack gets it as a parameter', () => {
    const stack = new Stack(new App(), 'Site', ireland);
    const nested = new NestedStack(stack, 'Nested');
    addDistribution(nested, 'Cdn', { certificate: ViewerCertificate.fromCertificate(addCertificate(stack)) });
    expect(ownedResource(nested).Properties.settings).toMatchObject({ certificateName: { Ref: expect.stringMatching(/^reference/) } });
  });
});

describe('between stacks in different Regions', () => {
  test('a specified name is used directly, also by a distribution', () => {
    expect(refer('certificateName', { certificateName: 'my-cert' }, ireland, virginia).value()).toBe('my-cert');
    expect(attach({ certificateName: 'my-cert' }, ireland, virginia).certificateName()).toBe('my-cert');
  });

  test('a name is generated if it is needed', () => {
    const { owner, certificateName } = attach({ certificateName: PhysicalName.GENERATE_IF_NEEDED }, ireland, virginia);
    const name = certificateName();
    expect(name).toMatch(/^ownerownercert\w+$/);
    expect(certificatesOf(owner)[0].Properties.certificateName).toBe(name);
  });

  test('without a name it is refused, with the message of the CDK', () => {
    expect(attach({}, ireland, virginia).certificateName).toThrow(
      "Cannot use resource 'Owner/Cert' in a cross-environment fashion, the resource's physical name must be explicit set or use `PhysicalName.GENERATE_IF_NEEDED`");
  });

  test.each<Attribute>(['certificateArn', 'certificateStatus', 'validationRecords'])('%s is passed at deployment, since it is unknown at synthesis', (attribute) => {
    for (const props of [{}, { certificateName: 'my-cert' }]) {
      expect(refer(attribute, props, ireland, virginia).value())
        .toEqual({ 'Fn::GetAtt': ['ExportsReader8B249524', expect.stringMatching(/^\/cdk\/exports\/User\/Ownereuwest1FnGetAttCert/)] });
    }
  });

  test('the name is passed at deployment if the stacks allow cross-Region references', () => {
    expect(refer('certificateName', {}, ireland, virginia, true).value())
      .toEqual({ 'Fn::GetAtt': ['ExportsReader8B249524', expect.stringMatching(/^\/cdk\/exports\/User\/Ownereuwest1FnGetAttCert/)] });
  });
});
