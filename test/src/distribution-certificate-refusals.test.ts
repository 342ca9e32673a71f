import { CfnParameter, Duration, Tags, Token } from 'aws-cdk-lib';
import { addCertificate, certificatePropertiesOf, certificatesOf, validationStatementsOf, zoneOf } from './certificate-under-test';
import { newStack } from './stack-under-test';
import { CertificateValidation, type DistributionCertificateProps } from '../../src';

const define = (props: Partial<DistributionCertificateProps>) => addCertificate(newStack(), 'Cert', props);
const refused = (...messages: string[]) => new Error(messages.map((message) => `Site/Cert: ${message}`).join('\n'));
const malformed = (name: string, property = 'domainName') => `${property}: malformed domain name, got "${name}"; `
  + 'a full domain name without wildcard and without a final dot is allowed, such as "www.example.com"; correct it';

describe('a name', () => {
  test.each(['', 'a', '-ab', 'ab-', 'a.b', 'a b', 'ab\n', 'a'.repeat(256)])('%j: refused', (certificateName) => {
    expect(() => define({ certificateName })).toThrow(refused(
      `certificateName: malformed name, got "${certificateName}"; 2 to 255 letters, digits, "_" and "-" are allowed, with no "-" at either end; `
      + 'choose another name, or leave it out to have one generated'));
  });

  test.each(['ab', '_9', 'A_b-9', 'a'.repeat(255)])('%s: allowed', (certificateName) => {
    expect(certificatePropertiesOf({ certificateName })).toMatchObject({ certificateName });
  });
});

describe('a domain name', () => {
  test.each(['', 'com', '*.example.com', 'example.com.', '-a.example.com', 'a-.example.com', 'exa mple.com', 'a..com', 'example.c', `${'a'.repeat(64)}.com`, `${'a.'.repeat(126)}com`])(
    '%j: refused', (domainName) => {
      expect(() => define({ domainName })).toThrow(refused(malformed(domainName)));
      expect(() => define({ subjectAlternativeNames: ['www.example.com', domainName] })).toThrow(refused(malformed(domainName, 'subjectAlternativeNames')));
    });

  test.each(['a.co', 'EXAMPLE.com', 'xn--bcher-kva.example', 'a-b.c-d.example.museum', '1.2.3.example.com', `${'a'.repeat(63)}.com`, `${'a.'.repeat(125)}com`])('%s: allowed', (domainName) => {
    expect(certificatePropertiesOf({ domainName })).toMatchObject({ domainName });
  });

  test.each(['amazonaws.com', 'web.eu-west-1.compute.amazonaws.com', 'd1.cloudfront.net', 'D1.CloudFront.net', 'app.elasticbeanstalk.com'])('of AWS: %s: refused', (domainName) => {
    expect(() => define({ domainName })).toThrow(refused(
      `domainName: domain of AWS, got "${domainName}"; AWS issues certificates only for domains of its users; use a domain of your own`));
  });

  test.each(['myamazonaws.com', 'cloudfront.net.example.com'])('that only looks like one of AWS: %s: allowed', (domainName) => {
    expect(() => define({ domainName })).not.toThrow();
  });
});

test.each<[string, Partial<DistributionCertificateProps>, string]>([
  ['the primary name again', { subjectAlternativeNames: ['www.example.com', 'Example.com'] },
    'subjectAlternativeNames: domain name given twice, got "Example.com"; each name is allowed once; remove one'],
  ['another name again', { subjectAlternativeNames: ['www.example.com', 'www.example.com'] },
    'subjectAlternativeNames: domain name given twice, got "www.example.com"; each name is allowed once; remove one'],
  ['ten other names', { subjectAlternativeNames: Array.from({ length: 10 }, (_, index) => `a${index}.example.com`) },
    'subjectAlternativeNames: too many domain names, got 10; at most 9 are allowed; use a second certificate and distribution'],
  ['a timeout that is too short', { timeout: Duration.seconds(59) }, 'timeout: out of range, got Duration.seconds(59); 60 to 3000 whole seconds are allowed; choose a time in this range'],
  ['a timeout that is too long', { timeout: Duration.hours(1) }, 'timeout: out of range, got Duration.hours(1); 60 to 3000 whole seconds are allowed; choose a time in this range'],
  ['a timeout with milliseconds', { timeout: Duration.millis(60_500) }, 'timeout: not whole seconds, got Duration.millis(60500); 60 to 3000 whole seconds are allowed; round it'],
])('%s: refused', (_what, props, message) => {
  expect(() => define(props)).toThrow(refused(message));
});

test.each<[string, Partial<DistributionCertificateProps>]>([
  ['nine other names', { subjectAlternativeNames: Array.from({ length: 9 }, (_, index) => `a${index}.example.com`) }],
  ['no other names', { subjectAlternativeNames: [] }],
  ['a timeout of a minute', { timeout: Duration.minutes(1) }],
  ['a timeout of 50 minutes', { timeout: Duration.minutes(50) }],
])('%s: allowed', (_what, props) => {
  expect(() => define(props)).not.toThrow();
});

describe('hosted zones', () => {
  const defineIn = (domainNames: readonly string[], zones: Readonly<Record<string, string>>) => () => {
    const stack = newStack();
    const hostedZones = Object.fromEntries(Object.entries(zones).map(([domainName, zoneName], index) => [domainName, zoneOf(stack, zoneName, `Z${index}`)]));
    addCertificate(stack, 'Cert', { domainName: domainNames[0], subjectAlternativeNames: domainNames.slice(1), validation: CertificateValidation.fromDnsMultiZone(hostedZones) });
  };
  const inZone = (zoneName: string, ...domainNames: string[]) => () => {
    const stack = newStack();
    addCertificate(stack, 'Cert', { domainName: domainNames[0], subjectAlternativeNames: domainNames.slice(1), validation: CertificateValidation.fromDns(zoneOf(stack, zoneName)) });
  };
  const without = (name: string) => `validation: no hosted zone, got "${name}"; each domain name needs one; add it to the hosted zones of the validation`;
  const notIn = (zone: string, name: string) => `validation: not in the hosted zone ${zone}, got "${name}"; ${zone} and its subdomains are allowed; choose the zone of this name in validation`;

  test.each<[string, () => void, string[]]>([
    ['a name of another zone', inZone('example.com', 'example.com', 'example.org'), [notIn('example.com', 'example.org')]],
    ['a name that only ends like the zone', inZone('example.com', 'my-example.com'), [notIn('example.com', 'my-example.com')]],
    ['a name above the zone', inZone('www.example.com', 'example.com'), [notIn('www.example.com', 'example.com')]],
    ['names without a zone', defineIn(['example.com', 'example.org'], {}), [without('example.com'), without('example.org')]],
    ['a zone of no name', defineIn(['example.com'], { 'example.com': 'example.com', 'example.net': 'example.net' }),
      ['validation: unknown domain name, got "example.net"; the names of the certificate are allowed; add it to the certificate, or remove its zone']],
    ['a name in the zone of another', defineIn(['example.com', 'example.org'], { 'example.com': 'example.com', 'example.org': 'example.net' }), [notIn('example.net', 'example.org')]],
  ])('%s: refused', (_what, run, messages) => {
    expect(run).toThrow(refused(...messages));
  });

  test.each<[string, () => void]>([
    ['names of one zone', inZone('example.com', 'example.com', 'a.b.example.com')],
    ['names in another spelling', inZone('Example.com', 'WWW.EXAMPLE.com')],
    ['names of several zones', defineIn(['example.com', 'www.example.org'], { 'example.com': 'example.com', 'www.example.org': 'example.org' })],
    ['a name in the zone of its subdomain', defineIn(['www.example.com'], { 'www.example.com': 'www.example.com' })],
  ])('%s: allowed', (_what, run) => {
    expect(run).not.toThrow();
  });
});

test('one error reports all problems', () => {
  const stack = newStack();
  expect(() => addCertificate(stack, 'Cert', {
    certificateName: 'a',
    domainName: '*.example.com',
    subjectAlternativeNames: ['example.org', 'example.org'],
    timeout: Duration.seconds(1),
    validation: CertificateValidation.fromDns(zoneOf(stack, 'example.com')),
  })).toThrow(refused(
    'certificateName: malformed name, got "a"; 2 to 255 letters, digits, "_" and "-" are allowed, with no "-" at either end; choose another name, or leave it out to have one generated',
    'timeout: out of range, got Duration.seconds(1); 60 to 3000 whole seconds are allowed; choose a time in this range',
    malformed('*.example.com'),
    'subjectAlternativeNames: domain name given twice, got "example.org"; each name is allowed once; remove one',
    ...['example.org', 'example.org'].map((name) =>
      `validation: not in the hosted zone example.com, got "${name}"; example.com and its subdomains are allowed; choose the zone of this name in validation`),
  ));
});

describe('tags', () => {
  const fails = (tags: Record<string, string>) => () => {
    const stack = newStack();
    addCertificate(stack, 'Cert', { tags });
    certificatesOf(stack);
  };
  const invalid = (message: string) => new Error(`Validation failed with the following errors:\n  [Site/Cert] ${message}`);

  test.each<[Record<string, string>, string]>([
    [{ 'aws:x': 'x' },
      'tags: reserved key, got "aws:x"; the prefixes "aws:" and "cdk-lightsail-distribution:" are not allowed; choose another, or remove it with Tags.of(certificate).remove("aws:x")'],
    [{ 'a(b)': 'x' }, 'tags: malformed key, got "a(b)"; 1 to 128 letters, digits, spaces and + - = . _ : / @ are allowed; choose another, or remove it with Tags.of(certificate).remove("a(b)")'],
    [{ key: 'a\nb' },
      'tags: malformed value of "key", got "a\nb"; 0 to 256 letters, digits, spaces and + - = . _ : / @ are allowed; choose another, or remove it with Tags.of(certificate).remove("key")'],
    [Object.fromEntries(Array.from({ length: 47 }, (_, index) => [`key${index}`, 'x'])),
      'tags: too many tags, got 47; at most 46 are allowed, since Lightsail allows 50 and this library reserves the others; leave some out, or remove them with Tags.of(certificate).remove(key)'],
  ])('%j: refused at synthesis', (tags, message) => {
    expect(fails(tags)).toThrow(invalid(message));
  });

  test('of a scope are checked too', () => {
    const stack = newStack();
    addCertificate(stack);
    Tags.of(stack).add('a(b)', 'x');
    expect(() => certificatesOf(stack)).toThrow('[Site/Cert] tags: malformed key, got "a(b)"');
  });
});

describe('tokens', () => {
  const parameters = () => {
    const stack = newStack();
    new CfnParameter(stack, 'Text');
    new CfnParameter(stack, 'Number', { type: 'Number' });
    new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' });
    const find = (id: string) => stack.node.findChild(id) as CfnParameter;
    return { stack, text: find('Text').valueAsString, number: find('Number').valueAsNumber, list: find('List').valueAsList };
  };

  test('are not checked and not changed', () => {
    const { stack, text, number } = parameters();
    expect(certificatePropertiesOf({
      certificateName: text,
      domainName: text,
      subjectAlternativeNames: [text, 'www.example.com', text],
      validation: CertificateValidation.fromDns(zoneOf(stack, text, text)),
      tags: { [text]: text },
      timeout: Duration.seconds(number),
    }, stack)).toMatchObject({
      certificateName: { Ref: 'Text' },
      domainName: { Ref: 'Text' },
      subjectAlternativeNames: [{ Ref: 'Text' }, 'www.example.com', { Ref: 'Text' }],
      hostedZones: [{ hostedZoneId: { Ref: 'Text' } }],
      tags: [{ key: { Ref: 'Text' }, value: { Ref: 'Text' } }],
      timeoutSeconds: { Ref: 'Number' },
    });
  });

  test('can be a whole list of domain names; then the policy has no condition for their records', () => {
    const { stack, list } = parameters();
    expect(certificatePropertiesOf({ subjectAlternativeNames: list, validation: CertificateValidation.fromDns(zoneOf(stack, 'example.com')) }, stack))
      .toMatchObject({ subjectAlternativeNames: { Ref: 'List' } });
    expect(validationStatementsOf(stack)).toEqual([expect.objectContaining({
      Action: 'route53:ChangeResourceRecordSets',
      Condition: { 'ForAllValues:StringEquals': { 'route53:ChangeResourceRecordSetsRecordTypes': ['CNAME'], 'route53:ChangeResourceRecordSetsActions': ['UPSERT'] } },
    })]);
  });

  test('can be domain names of several zones, by the same token', () => {
    const { stack, text } = parameters();
    const hostedZones = { [text]: zoneOf(stack, 'example.com', 'Z1'), 'example.org': zoneOf(stack, 'example.org', 'Z2') };
    expect(certificatePropertiesOf({ domainName: text, subjectAlternativeNames: ['example.org'], validation: CertificateValidation.fromDnsMultiZone(hostedZones) }, stack))
      .toMatchObject({ hostedZones: [{ domainName: { Ref: 'Text' }, hostedZoneId: 'Z1' }, { domainName: 'example.org', hostedZoneId: 'Z2' }] });
  });

  test('are refused only in a unit that CloudFormation cannot turn into seconds', () => {
    expect(() => define({ timeout: Duration.minutes(Token.asNumber({ Ref: 'Number' })) })).toThrow(refused(
      'timeout: token in the wrong unit, got Duration.minutes(<token>); 60 to 3000 whole seconds are allowed; use Duration.seconds() for a token'));
  });

  test('next to them what is known is checked', () => {
    const { text } = parameters();
    expect(() => define({ domainName: text, subjectAlternativeNames: ['*.example.com'] })).toThrow(refused(malformed('*.example.com', 'subjectAlternativeNames')));
  });
});
