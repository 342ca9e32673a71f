import type { WafAcfpConfig, WafAtpConfig, WafBotControlConfig, WafResponseInspection, WafRule } from '@aws-sdk/client-lightsail';
import { type Codec, listOf, oneOf, record, text, wholeNumber } from '../protocol/codec';

const responseInspection = record<WafResponseInspection>({
  successCodes: listOf(wholeNumber) as Codec<number[]>,
  failureCodes: listOf(wholeNumber) as Codec<number[]>,
});

const payloadType = oneOf('JSON', 'FORM_ENCODED');

/** Lightsail's `WafRule`. */
export const wafRule: Codec<WafRule> = record<WafRule>({
  name: text,
  atpConfig: record<WafAtpConfig>({ loginPath: text, payloadType, usernameField: text, passwordField: text, responseInspection }),
  acfpConfig: record<WafAcfpConfig>({ payloadType, creationPath: text, registrationPagePath: text, responseInspection }),
  botControlConfig: record<WafBotControlConfig>({ inspectionLevel: oneOf('COMMON', 'TARGETED') }),
}, ['name']);
