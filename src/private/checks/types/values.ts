import { Duration, Token } from 'aws-cdk-lib';
import { instanceOf, listOf, text } from './kinds';
import { required, Shape, Type } from './type';

// This file imports none of the classes of this library, since their methods check their arguments with it.

const METHODS_OF_DURATION: readonly (keyof Duration)[] = ['toSeconds', 'toMilliseconds', 'isUnresolved', 'unitLabel'];

export const DURATION: Type<Duration> = {
  name: 'a Duration',
  is: (value): value is Duration => typeof value === 'object' && value !== null
    && METHODS_OF_DURATION.every((method) => typeof (value as Duration)[method] === 'function'),
  todo: (value) => `use ${typeof value === 'number' && value >= 0 ? `Duration.seconds(${value})` : 'a method such as Duration.seconds(60)'}`,
  allowsTokens: false,
};

/** The classes of this library whose instances are values of options. */
const CLASSES = [
  'CertificateValidation', 'DistributionBundle', 'ForwardedCookies', 'ForwardedHeaders', 'ForwardedQueryStrings', 'HttpHeader', 'OriginRegion', 'ViewerCertificate',
  'ViewerMinimumTlsProtocolVersion', 'Waf', 'WafRule', 'WafRuleGroup',
] as const;

type ClassWithArticle = `${'a' | 'an'} ${typeof CLASSES[number]}`;

/** An instance of a class of this library. Some of them have the same members, which therefore do not tell them apart. */
export function valueOf<T>(name: ClassWithArticle, shape: Shape<T>, todo: Type<T>['todo']): Type<T> {
  return instanceOf(name, shape, CLASSES.filter((className) => !name.endsWith(` ${className}`)), todo);
}

/** An instance of a class with a method `of()` for values that have no constant, with an example of a value. */
export function constantOf(name: ClassWithArticle, example: string): Type<{ readonly value: string }> {
  const [, className] = name.split(' ');
  return valueOf(name, { value: required(text(example)) }, (value) => `use ${className}.of(${quoted(value, example)}) or one of its constants`);
}

export const COOKIE_NAMES = listOf(text('session'), '["session"]');
export const QUERY_STRING_NAMES = listOf(text('page'), '["page"]');
export const HTTP_HEADERS = listOf(constantOf('an HttpHeader', 'Accept'), '[HttpHeader.HOST]');
export const WAF_RULE_GROUP = constantOf('a WafRuleGroup', 'AWSManagedRulesCommonRuleSet');

/** The string that the user specified, in quotes, or else the example. */
export function quoted(value: unknown, example: string): string {
  return `"${typeof value === 'string' && !Token.isUnresolved(value) ? value : example}"`;
}
