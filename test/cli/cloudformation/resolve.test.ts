import { dependentsOf, inOrderOfDependencies } from '../../../cli/cloudformation/dependencies';
import { pseudoParameters } from '../../../cli/cloudformation/environment';
import { isMet, resolve, unknown } from '../../../cli/cloudformation/resolve';
import type { Scope } from '../../../cli/cloudformation/scope';
import type { Template } from '../../../cli/cloudformation/template';
import { canonical, Unknown } from '../../../cli/cloudformation/value';

const TEMPLATE: Template = {
  Parameters: { Name: { Type: 'String' }, Secret: { Type: 'String' } },
  Mappings: { Sizes: { test: { bundle: 'small_1_0' } } },
  Conditions: {
    IsTest: { 'Fn::Equals': [{ Ref: 'Name' }, 'test'] },
    IsProduction: { 'Fn::Not': [{ Condition: 'IsTest' }] },
    Hidden: { 'Fn::Equals': [{ Ref: 'Secret' }, 'x'] },
    TestAndHidden: { 'Fn::And': [{ Condition: 'IsTest' }, { Condition: 'Hidden' }] },
    ProductionAndHidden: { 'Fn::And': [{ Condition: 'IsProduction' }, { Condition: 'Hidden' }] },
    TestOrHidden: { 'Fn::Or': [{ Condition: 'Hidden' }, { Condition: 'IsTest' }] },
  },
};

const SCOPE: Scope = {
  template: TEMPLATE,
  pseudo: pseudoParameters({ account: '111122223333', region: 'eu-west-1' }, 'web', 'arn:web'),
  parameter: (name) => (name === 'Name' ? 'test' : unknown('Ref', name)),
  reference: (logicalId) => (logicalId === 'Bucket' ? 'files' : unknown('Ref', logicalId)),
  attribute: (logicalId, name) => (name === 'Outputs.Name' ? 'nested' : unknown('Fn::GetAtt', [logicalId, name])),
  importedValue: (name) => (name === 'known' ? 'value' : unknown('Fn::ImportValue', name)),
};

test.each<[string, unknown, unknown]>([
  ['a literal', { a: [1, true, 'x'] }, { a: [1, true, 'x'] }],
  ['Ref of a parameter', { Ref: 'Name' }, 'test'],
  ['Ref of a resource', { Ref: 'Bucket' }, 'files'],
  ['Ref of a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-west-1'],
  ['no value, in an object and in a list', { a: { Ref: 'AWS::NoValue' }, b: [{ Ref: 'AWS::NoValue' }, 1] }, { b: [1] }],
  ['GetAtt of a nested stack', { 'Fn::GetAtt': ['Nested', 'Outputs.Name'] }, 'nested'],
  ['GetAtt as text', { 'Fn::GetAtt': 'Nested.Outputs.Name' }, 'nested'],
  ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Name' }, 3]] }, 'a-test-3'],
  ['Split and Select', { 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
  ['Select beside an unknown element', { 'Fn::Select': [0, ['a', { Ref: 'Queue' }]] }, 'a'],
  ['Sub', { 'Fn::Sub': '${Name}.${AWS::Region}.${Nested.Outputs.Name}.${!Literal}' }, 'test.eu-west-1.nested.${Literal}'],
  ['Sub with variables', { 'Fn::Sub': ['${a}-${Bucket}', { a: { Ref: 'Name' } }] }, 'test-files'],
  ['If', { a: { 'Fn::If': ['IsTest', 1, 2] }, b: { 'Fn::If': ['IsProduction', 1, { Ref: 'AWS::NoValue' }] } }, { a: 1 }],
  ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'Name' }, 'bundle'] }, 'small_1_0'],
  ['FindInMap with a default', { 'Fn::FindInMap': ['Sizes', 'other', 'bundle', { DefaultValue: 'large_1_0' }] }, 'large_1_0'],
  ['ImportValue', { 'Fn::ImportValue': 'known' }, 'value'],
  ['Base64', { 'Fn::Base64': 'a' }, 'YQ=='],
  ['And with an unknown operand', { 'Fn::If': ['ProductionAndHidden', 1, 2] }, 2],
  ['Or with an unknown operand', { 'Fn::If': ['TestOrHidden', 1, 2] }, 1],
])('resolves %s', (_what, value, expected) => {
  expect(resolve(value, SCOPE)).toEqual(expected);
});

test.each<[string, unknown, string]>([
  ['a resource that does not exist yet', { Ref: 'Queue' }, '{"Ref":"Queue"}'],
  ['an attribute', { 'Fn::GetAtt': ['Queue', 'Arn'] }, '{"Fn::GetAtt":["Queue","Arn"]}'],
  ['what is joined from it, with the known parts in it', { 'Fn::Join': ['-', [{ Ref: 'Name' }, { Ref: 'Queue' }]] }, '{"Fn::Join":["-",["test",{"expression":"{\\"Ref\\":\\"Queue\\"}"}]]}'],
  ['a dynamic reference', '{{resolve:ssm:/name}}', '{{resolve:ssm:/name}}'],
  ['an unknown import', { 'Fn::ImportValue': 'other' }, '{"Fn::ImportValue":"other"}'],
  ['an unknown condition', { 'Fn::If': ['TestAndHidden', 1, 2] }, ''],
  ['a function of a transform', { 'Fn::Transform': { Name: 'x' } }, '{"Fn::Transform":{"Name":"x"}}'],
  ['an unknown pseudo parameter', { Ref: 'AWS::Other' }, '{"Ref":"AWS::Other"}'],
])('only the deployment knows %s', (_what, value, expression) => {
  const resolved = resolve(value, SCOPE);
  expect(resolved).toBeInstanceOf(Unknown);
  if (expression !== '') expect((resolved as Unknown).expression).toBe(expression);
});

test('an unknown value is the same as another with the same expression', () => {
  const one = { a: new Unknown('x'), b: [1] };
  expect(canonical(one)).toBe(canonical({ b: ['1'], a: new Unknown('x') }));
  expect(canonical(one)).not.toBe(canonical({ a: new Unknown('y'), b: [1] }));
});

test('a condition that is unknown counts as met', () => {
  expect(['IsTest', 'IsProduction', 'Hidden', undefined].map((condition) => isMet(condition, SCOPE))).toEqual([true, false, true, true]);
});

test('resources in the order of their dependencies', () => {
  const template: Template = {
    Resources: {
      Reset: { Type: 'R', Properties: { name: { 'Fn::GetAtt': ['Cdn', 'distributionName'] } } },
      Cdn: { Type: 'D', Properties: { name: { 'Fn::Sub': '${Certificate.Name}' } }, DependsOn: ['Policy'] },
      Certificate: { Type: 'C' },
      Policy: { Type: 'P', DependsOn: 'Role' },
      Role: { Type: 'X', Properties: { self: { Ref: 'Policy' }, region: { Ref: 'AWS::Region' } } },
    },
  };
  expect(inOrderOfDependencies(template)).toEqual(['Role', 'Policy', 'Certificate', 'Cdn', 'Reset']);
  expect(dependentsOf(template, 'Certificate')).toEqual(['Cdn', 'Reset']);
});
