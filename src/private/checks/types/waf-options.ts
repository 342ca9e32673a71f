import { enumOf, listOf, number, optionsOf, text } from './kinds';
import { known } from './type';
import {
  WafAccountCreationFraudPreventionOptions, WafAccountTakeoverPreventionOptions, WafBotControlOptions, WafInspectionLevel, WafPayloadType,
  WafResponseInspection,
} from '../../../waf-rule-options';

const PAYLOAD_TYPE = enumOf('a WafPayloadType', WafPayloadType);

const RESPONSE_INSPECTION = optionsOf<WafResponseInspection>({
  successCodes: known(listOf(number(200), '[200]')),
  failureCodes: known(listOf(number(403), '[403]')),
}, '{ successCodes: [200], failureCodes: [403] }');

export const ACCOUNT_TAKEOVER_PREVENTION_OPTIONS = optionsOf<WafAccountTakeoverPreventionOptions>({
  loginPath: text('/login'),
  payloadType: PAYLOAD_TYPE,
  usernameField: text('/user'),
  passwordField: text('/password'),
  responseInspection: RESPONSE_INSPECTION,
}, '{ loginPath: "/login" }');

export const ACCOUNT_CREATION_FRAUD_PREVENTION_OPTIONS = optionsOf<WafAccountCreationFraudPreventionOptions>({
  payloadType: PAYLOAD_TYPE,
  creationPath: text('/accounts'),
  registrationPagePath: text('/register'),
  responseInspection: RESPONSE_INSPECTION,
}, '{ creationPath: "/accounts" }');

export const BOT_CONTROL_OPTIONS = optionsOf<WafBotControlOptions>({
  inspectionLevel: enumOf('a WafInspectionLevel', WafInspectionLevel),
}, '{ inspectionLevel: WafInspectionLevel.COMMON }');
