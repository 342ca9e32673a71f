import { App, IPropertyInjector, PropertyInjectors, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { certificatePropertiesOf, certificatesOf } from './certificate-under-test';
import { addDistribution, addSettings, newStack, ownedResource, propertiesOf } from './stack-under-test';
import {
  Distribution, DistributionBundle, DistributionCertificate, DistributionSettings, OriginProtocolPolicy, ViewerMinimumTlsProtocolVersion,
  type DistributionCertificateProps, type DistributionProps, type DistributionSettingsProps,
} from '../../src';

/** The defaults of a platform team, which other teams can override, and its rules, which they cannot override. */
const blueprint: IPropertyInjector = {
  constructUniqueId: Distribution.PROPERTY_INJECTION_ID,
  inject: (props: DistributionProps): DistributionProps => ({
    bundle: DistributionBundle.MEDIUM_1_0,
    removalPolicy: RemovalPolicy.RETAIN,
    ...props,
    viewerMinimumTlsProtocolVersion: ViewerMinimumTlsProtocolVersion.TLS_V1_2_2021,
    origin: { protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY, ...props.origin },
    tags: { ...props.tags, platform: 'edge' },
  }),
};

function appWith(...injectors: IPropertyInjector[]): Stack {
  const app = new App();
  PropertyInjectors.of(app).add(...injectors);
  return new Stack(app, 'Site');
}

test('an injector sets properties of every distribution of an app', () => {
  const stack = appWith(blueprint);
  addDistribution(stack);
  expect(ownedResource(stack)).toMatchObject({
    DeletionPolicy: 'Retain',
    Properties: {
      tags: [{ key: 'platform', value: 'edge' }],
      settings: { bundleId: 'medium_1_0', viewerMinimumTlsProtocolVersion: 'TLSv1.2_2021', origin: { name: 'web', protocolPolicy: 'https-only' } },
    },
  });
});

test('the injector decides which properties of a team take precedence', () => {
  const stack = appWith(blueprint);
  addDistribution(stack, 'Cdn', {
    bundle: DistributionBundle.LARGE_1_0,
    removalPolicy: RemovalPolicy.DESTROY,
    viewerMinimumTlsProtocolVersion: ViewerMinimumTlsProtocolVersion.TLS_V1_1_2016,
    tags: { team: 'web', platform: 'none' },
  });
  expect(ownedResource(stack)).toMatchObject({
    DeletionPolicy: 'Delete',
    Properties: {
      deleteAdopted: true,
      tags: [{ key: 'platform', value: 'edge' }, { key: 'team', value: 'web' }],
      settings: { bundleId: 'large_1_0', viewerMinimumTlsProtocolVersion: 'TLSv1.2_2021' },
    },
  });
});

test('properties of an injector are checked too', () => {
  const stack = appWith({ ...blueprint, inject: (props) => ({ ...props, distributionName: 'my.cdn' }) });
  expect(() => addDistribution(stack)).toThrow(new Error(
    'Site/Cdn: distributionName: malformed name, got "my.cdn"; 2 to 255 letters, digits, "_" and "-" are allowed, with no "-" at either end; '
    + 'choose another name, or leave it out to have one generated'));
});

test('the injector of the nearest scope applies', () => {
  const stack = appWith(blueprint);
  PropertyInjectors.of(stack).add({ ...blueprint, inject: (props) => props });
  addDistribution(stack);
  expect(ownedResource(stack).Properties.settings).toEqual({ origin: { name: 'web' } });
});

test('settings have a separate injector', () => {
  const stack = appWith(blueprint, {
    constructUniqueId: DistributionSettings.PROPERTY_INJECTION_ID,
    inject: (props: DistributionSettingsProps) => ({ waitForDeployment: false, ...props }),
  });
  expect(propertiesOf({ enabled: true }, stack)).toMatchObject({ waitForDeployment: false, settings: { isEnabled: true } });
});

test('certificates have a separate injector, whose properties are checked too', () => {
  const injector = (certificateName?: string): IPropertyInjector => ({
    constructUniqueId: DistributionCertificate.PROPERTY_INJECTION_ID,
    inject: (props: DistributionCertificateProps): DistributionCertificateProps =>
      ({ removalPolicy: RemovalPolicy.RETAIN, certificateName, ...props, tags: { ...props.tags, platform: 'edge' } }),
  });
  const stack = appWith(blueprint, injector());
  expect(certificatePropertiesOf({ tags: { team: 'web' } }, stack)).toMatchObject({ tags: [{ key: 'platform', value: 'edge' }, { key: 'team', value: 'web' }] });
  expect(certificatesOf(stack)[0].DeletionPolicy).toBe('Retain');
  expect(() => certificatePropertiesOf({}, appWith(injector('my.cert')))).toThrow('Site/Cert: certificateName: malformed name, got "my.cert"; ');
});

test('without an injector nothing is added', () => {
  const stack = newStack();
  addDistribution(stack);
  addSettings(stack, 'Settings', { enabled: true });
  expect(ownedResource(stack).Properties.settings).toEqual({ origin: { name: 'web' } });
});

test('an injectable class keeps its name', () => {
  expect([Distribution.name, DistributionSettings.name, DistributionCertificate.name]).toEqual(['Distribution', 'DistributionSettings', 'DistributionCertificate']);
});
