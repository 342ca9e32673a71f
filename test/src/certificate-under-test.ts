import { aws_route53 as route53, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { newStack } from './stack-under-test';
import { DistributionCertificate, type DistributionCertificateProps } from '../../src';

export const CERTIFICATE_TYPE = 'Custom::LightsailCertificate';

/** Adds a certificate for `example.com` to a stack. */
export function addCertificate(stack: Stack, id = 'Cert', props: Partial<DistributionCertificateProps> = {}): DistributionCertificate {
  return new DistributionCertificate(stack, id, { domainName: 'example.com', ...props });
}

/** A hosted zone that the stack does not define. */
export const zoneOf = (stack: Stack, zoneName: string, hostedZoneId = 'ZEXAMPLE') =>
  route53.HostedZone.fromHostedZoneAttributes(stack, `Zone of ${zoneName}`, { hostedZoneId, zoneName });

interface Resource {
  readonly Properties: Record<string, unknown>;
  readonly DependsOn: readonly string[];
  readonly DeletionPolicy: string;
  readonly UpdateReplacePolicy: string;
}

/** The certificates in the template of a stack. */
export function certificatesOf(stack: Stack): readonly Resource[] {
  return Object.values(Template.fromStack(stack).findResources(CERTIFICATE_TYPE)) as Resource[];
}

/** The properties that these props render to in the template. */
export function certificatePropertiesOf(props: Partial<DistributionCertificateProps>, stack = newStack()): Record<string, unknown> {
  addCertificate(stack, 'Cert', props);
  return certificatesOf(stack)[0].Properties;
}

/** The statements that depend on the validation, from the policy for certificates. */
export function validationStatementsOf(stack: Stack): readonly object[] {
  const policies = Object.entries(Template.fromStack(stack).findResources('AWS::IAM::Policy')).filter(([id]) => id.startsWith('LightsailDistributionProviderCertificates'));
  expect(policies).toHaveLength(1);
  const [[, { Properties: { PolicyDocument: { Statement } } }]] = policies;
  return (Statement as { Action: string }[]).filter(({ Action }) => !JSON.stringify(Action).includes('lightsail:'));
}
