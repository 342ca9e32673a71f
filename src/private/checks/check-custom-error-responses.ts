import { Token, Tokenization } from 'aws-cdk-lib';
import { checkPagePath, checkSeconds } from './check-values';
import { finding, Findings } from './finding';
import { CustomErrorResponse } from '../../distribution-options';

/** The error codes for which CloudFront, on which Lightsail distributions are based, supports custom responses. */
const ERROR_CODES = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];
const RESPONSE_CODES = [200, ...ERROR_CODES];

export function checkCustomErrorResponses(responses: readonly CustomErrorResponse[] = []): Findings {
  return [
    ...responses.flatMap((response, index) => checkResponse(`customErrorResponses[${index}]`, response)),
    ...checkDuplicateErrorCodes(responses.map((response) => response.errorCode)),
  ];
}

function checkResponse(property: string, response: CustomErrorResponse): Findings {
  return [
    ...checkCode(`${property}.errorCode`, response.errorCode, ERROR_CODES),
    ...checkCode(`${property}.responseCode`, response.responseCode, RESPONSE_CODES),
    ...checkPage(property, response),
    ...checkSeconds(`${property}.errorCachingMinTtl`, response.errorCachingMinTtl, { min: 0, max: Infinity }),
  ];
}

function checkCode(property: string, code: number | undefined, codes: readonly number[]): Findings {
  if (code === undefined || Token.isUnresolved(code) || codes.includes(code)) { return []; }
  return finding(property, { what: 'unknown code', got: code, allowed: `${codes.join(', ')} are allowed`, todo: 'use one of these' });
}

function checkPage(property: string, { responseCode, responsePagePath }: CustomErrorResponse): Findings {
  const allowed = 'responseCode and responsePagePath require each other';
  if (responsePagePath !== undefined && responseCode === undefined) {
    return finding(property, { what: 'page without a code', got: `"${responsePagePath}"`, allowed, todo: 'specify responseCode too' });
  }
  if (responsePagePath === undefined && responseCode !== undefined) {
    return finding(property, { what: 'code without a page', got: Tokenization.stringifyNumber(responseCode), allowed, todo: 'specify responsePagePath too' });
  }
  return checkPagePath(`${property}.responsePagePath`, responsePagePath);
}

function checkDuplicateErrorCodes(codes: readonly number[]): Findings {
  const duplicate = codes.find((code, index) => !Token.isUnresolved(code) && codes.indexOf(code) < index);
  if (duplicate === undefined) { return []; }
  return finding('customErrorResponses', {
    what: 'duplicate errorCode', got: `${duplicate} more than once`, allowed: 'each code may occur once', todo: 'leave the others out',
  });
}
