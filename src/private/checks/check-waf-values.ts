import { Token } from 'aws-cdk-lib';
import { finding, Findings } from './finding';
import { WafPayloadType, WafResponseInspection } from '../../waf-rule-options';

/** The field of a request that contains a user name or a password. */
export function checkField(property: string, field: string | undefined, payloadType: WafPayloadType | undefined): Findings {
  if (field === undefined || Token.isUnresolved(field)) { return []; }
  if (field.length < 1 || field.length > 512) {
    return finding(property, { what: 'wrong length', got: `${field.length} characters`, allowed: '1 to 512 are allowed', todo: 'name the field' });
  }
  if (payloadType === WafPayloadType.JSON && !field.startsWith('/')) {
    return finding(property, {
      what: 'not a JSON pointer', got: `"${field}"`, allowed: 'a JSON pointer begins with "/"', todo: `use "/${field}"`,
    });
  }
  return [];
}

export function checkResponseInspection(property: string, { successCodes, failureCodes }: WafResponseInspection): Findings {
  const both = (successCodes ?? []).find((code) => !Token.isUnresolved(code) && failureCodes?.includes(code));
  return [
    ...checkCodes(`${property}.successCodes`, successCodes),
    ...checkCodes(`${property}.failureCodes`, failureCodes),
    ...(both === undefined ? [] : finding(property, {
      what: 'code in both lists', got: both, allowed: 'a code means either success or failure', todo: 'leave it out of one list',
    })),
  ];
}

function checkCodes(property: string, codes: readonly number[] | undefined): Findings {
  if (codes === undefined) { return []; }
  const wrong = codes.find((code) => !Token.isUnresolved(code) && !(Number.isInteger(code) && code >= 0 && code <= 999));
  return [
    ...(codes.length < 1 || codes.length > 10 ? finding(property, {
      what: 'wrong number of codes', got: codes.length, allowed: '1 to 10 are allowed', todo: 'leave some out, or leave the whole list out',
    }) : []),
    ...(wrong === undefined ? [] : finding(property, {
      what: 'not a status code', got: wrong, allowed: 'whole numbers from 0 to 999 are allowed', todo: 'use the status code that the origin returns',
    })),
  ];
}
