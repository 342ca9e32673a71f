import { aws_iam as iam, aws_route53 as route53 } from 'aws-cdk-lib';
import { aws_lightsail } from 'aws-cdk-lib/interfaces';
import { IDependable } from 'constructs';
import { text } from './kinds';
import { checkValue, Type } from './type';
import { quoted } from './values';
import { IDistribution } from '../../../distribution-interface';
import { DistributionBase } from '../../distribution-base';

/**
 * An object of an interface that any language can implement, mostly a construct. Its members are looked up but not read, since reading one
 * can be a call to a process of the other language.
 */
export function objectWith<T>(name: string, members: readonly (keyof T & string)[], todo: Type<T>['todo']): Type<T> {
  return {
    name,
    is: (value): value is T => typeof value === 'object' && value !== null && members.every((member) => member in value),
    todo,
    allowsTokens: false,
  };
}

/** An object whose only member of interest is a reference to a resource with a name. */
function referenceTo<T>(name: string, member: keyof T & string, resourceName: string, example: string, todo: Type<T>['todo']): Type<T> {
  const reference: Type<Record<string, unknown>> = {
    ...objectWith<Record<string, unknown>>(`a reference with ${resourceName}`, [], todo),
    checkMembers: (property, value) => checkValue(`${property}.${resourceName}`, value[resourceName], text(example)),
  };
  return {
    ...objectWith<T>(name, [member], todo),
    // The distributions of this library have a valid one, and reading it would take a twentieth of the time of synthesizing settings.
    checkMembers: (property, value: T) => value instanceof DistributionBase ? [] : checkValue(`${property}.${member}`, value[member], reference),
  };
}

export const DISTRIBUTION_REF = referenceTo<aws_lightsail.IDistributionRef>(
  'a distribution', 'distributionRef', 'distributionName', 'my-cdn',
  (value) => `use a Distribution, or Distribution.fromDistributionName(this, "Cdn", ${quoted(value, 'my-cdn')})`,
);

export const DISTRIBUTION = objectWith<IDistribution>('a distribution', ['distributionDomainName'], () => 'use a Distribution or a DistributionSettings');

export const CERTIFICATE_REF = referenceTo<aws_lightsail.ICertificateRef>(
  'a certificate', 'certificateRef', 'certificateName', 'my-cert',
  (value) => `use a construct such as a CfnCertificate, or ViewerCertificate.fromCertificateName(${quoted(value, 'my-cert')})`,
);

export const LIGHTSAIL_DOMAIN = objectWith<aws_lightsail.IDomainRef>('a DNS zone of Lightsail', ['domainRef'], () => 'use a CfnDomain');

export const BUCKET = objectWith<aws_lightsail.IBucketRef>('a bucket', ['bucketRef'], () => 'use a CfnBucket, or DistributionOrigin.bucketFromName()');
export const INSTANCE = objectWith<aws_lightsail.IInstanceRef>(
  'an instance', ['instanceRef'], () => 'use a CfnInstance, or DistributionOrigin.instanceFromName()',
);
export const STATIC_IP = objectWith<aws_lightsail.IStaticIpRef>('a static IP address', ['staticIpRef'], () => 'use a CfnStaticIp');
export const LOAD_BALANCER = objectWith<aws_lightsail.ILoadBalancerRef>(
  'a load balancer', ['loadBalancerRef'], () => 'use a CfnLoadBalancer, or DistributionOrigin.loadBalancerFromName()',
);
export const CONTAINER_SERVICE = objectWith<aws_lightsail.IContainerRef>(
  'a container service', ['containerRef'], () => 'use a CfnContainer, or DistributionOrigin.containerServiceFromName()',
);

export const ROLE = objectWith<iam.IRole>('a role', ['roleArn'], () => 'use a Role, or Role.fromRoleArn()');

export const DEPENDABLE = objectWith<IDependable>('a construct', [], () => 'use a construct');

export const HOSTED_ZONE = objectWith<route53.IHostedZone>(
  'a hosted zone', ['hostedZoneId', 'zoneName'], () => 'use a HostedZone, or HostedZone.fromHostedZoneAttributes()',
);
