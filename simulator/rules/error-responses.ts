import { customErrorResponses } from '../model/settings';
import { ValueOf } from '../model/shape';
import { CustomErrorResponse } from '../state/settings';

type CustomErrorResponsesInput = ValueOf<typeof customErrorResponses>;

export function newCustomErrorResponses(input: CustomErrorResponsesInput): readonly CustomErrorResponse[] {
  return input.map((response) => ({ ...response, errorCachingMinTTL: response.errorCachingMinTTL ?? 10 }));
}
