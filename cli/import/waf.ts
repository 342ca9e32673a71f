import type { WafAcfpConfig, WafAtpConfig, WafBotControlConfig, WafResponseInspection, WafRule } from '@aws-sdk/client-lightsail';
import { call, type Code, list, number, struct, text, type Struct } from './code-model';
import { inspectionLevel, payloadType, ruleGroup } from './constants';
import { type Expressed, firstOf, type Inexpressible, isInexpressible, NO_SUCH_VALUE, unknownMember, unlessNothing } from './expressed';

/** Returns a WAF with these rule groups. The code has either all of them or no WAF. */
export function enabledWaf(rules: readonly WafRule[]): Expressed {
  const names = rules.map(({ name }) => name);
  if (new Set(names).size < names.length) return { kind: 'inexpressible', why: 'the library allows each rule group once' };
  const expressed = rules.map(rule);
  return expressed.find(isInexpressible) ?? call('Waf', 'enabled', ...expressed as Code[]);
}

/** The rule groups with a configuration: its member, the static method, and its options. */
const CONFIGURED = {
  AWSManagedRulesATPRuleSet: { member: 'atpConfig', method: 'accountTakeoverPrevention', options: takeoverPrevention },
  AWSManagedRulesACFPRuleSet: { member: 'acfpConfig', method: 'accountCreationFraudPrevention', options: fraudPrevention },
  AWSManagedRulesBotControlRuleSet: { member: 'botControlConfig', method: 'botControl', options: botControl },
} as const;

function rule(one: WafRule): Expressed {
  const { name = '' } = one;
  const configured = Object.hasOwn(CONFIGURED, name) ? CONFIGURED[name as keyof typeof CONFIGURED] : undefined;
  const refused = firstOf(name === '' && 'the library requires the name of each rule group', unknownMember(one, 'name', ...(configured ? [configured.member] : [])));
  if (refused) return refused;
  if (configured === undefined) return call('WafRule', 'managed', ruleGroup(name));
  const options = (configured.options as (config: object) => Struct | Inexpressible)(one[configured.member] ?? {});
  if (isInexpressible(options)) return options;
  return call('WafRule', configured.method, options.members.length === 0 ? { kind: 'omitted' } : options);
}

function takeoverPrevention(config: WafAtpConfig): Struct | Inexpressible {
  const { loginPath, payloadType: payload, usernameField, passwordField, responseInspection = {} } = config;
  return firstOf(
    unknownMember(config, 'loginPath', 'payloadType', 'usernameField', 'passwordField', 'responseInspection'),
    refusedPath(loginPath), refusedPayload(payload), refusedField(usernameField, payload), refusedField(passwordField, payload),
    refusedInspection(responseInspection),
  ) ?? struct('WafAccountTakeoverPreventionOptions', {
    loginPath: optional(loginPath, text),
    payloadType: optional(payload, payloadType),
    usernameField: optional(usernameField, text),
    passwordField: optional(passwordField, text),
    responseInspection: inspection(responseInspection),
  });
}

function fraudPrevention(config: WafAcfpConfig): Struct | Inexpressible {
  const { payloadType: payload, creationPath, registrationPagePath, responseInspection = {} } = config;
  return firstOf(
    unknownMember(config, 'payloadType', 'creationPath', 'registrationPagePath', 'responseInspection'),
    refusedPath(creationPath), refusedPath(registrationPagePath), refusedPayload(payload), refusedInspection(responseInspection),
  ) ?? struct('WafAccountCreationFraudPreventionOptions', {
    payloadType: optional(payload, payloadType),
    creationPath: optional(creationPath, text),
    registrationPagePath: optional(registrationPagePath, text),
    responseInspection: inspection(responseInspection),
  });
}

function botControl(config: WafBotControlConfig): Struct | Inexpressible {
  const level = unlessNothing<string>(config.inspectionLevel);
  return firstOf(unknownMember(config, 'inspectionLevel'), level !== undefined && !inspectionLevel(level) && NO_SUCH_VALUE)
    ?? struct('WafBotControlOptions', { inspectionLevel: optional(level, inspectionLevel) });
}

function inspection({ successCodes, failureCodes }: WafResponseInspection): Code | undefined {
  const codes = (all: readonly number[] | undefined) => optional(all, (some) => list('number', [...new Set(some)].map(number)));
  const inner = struct('WafResponseInspection', { successCodes: codes(successCodes), failureCodes: codes(failureCodes) });
  return inner.members.length === 0 ? undefined : inner;
}

function optional<V, C extends Code>(value: V | undefined, codeOf: (value: V) => C | undefined): C | undefined {
  const one = unlessNothing(value);
  return one === undefined ? undefined : codeOf(one);
}

const refusedPayload = (payload: string | undefined) => Boolean(payload) && !payloadType(payload!) && NO_SUCH_VALUE;

const refusedPath = (path: string | undefined) =>
  Boolean(path) && !(path!.startsWith('/') && path!.length <= 256) && 'the library requires paths with a leading slash and at most 256 characters';

const refusedField = (field: string | undefined, payload: string | undefined) => Boolean(field)
  && (field!.length > 512 || (payload === 'JSON' && !field!.startsWith('/'))) && 'the library requires JSON pointers as the fields of JSON, and at most 512 characters';

function refusedInspection(one: WafResponseInspection): string | undefined {
  const { successCodes = [], failureCodes = [] } = one;
  const isCode = (code: number) => Number.isInteger(code) && code >= 0 && code <= 999;
  const isAllowed = [successCodes, failureCodes].every((codes) => new Set(codes).size <= 10 && codes.every(isCode))
    && !successCodes.some((code) => failureCodes.includes(code));
  return unknownMember(one, 'successCodes', 'failureCodes')
    ?? (isAllowed ? undefined : 'the library requires at most 10 success codes and 10 others as failure codes, from 0 to 999');
}
