import { customErrorResponses } from '../model/settings';
import { ValueOf } from '../model/shape';

type CustomErrorResponsesInput = ValueOf<typeof customErrorResponses>;
export type CustomErrorResponse = CustomErrorResponsesInput[number] & { readonly errorCachingMinTTL: number };

export function newCustomErrorResponses(input: CustomErrorResponsesInput): readonly CustomErrorResponse[] {
  return input.map((response) => ({ ...response, errorCachingMinTTL: response.errorCachingMinTTL ?? 10 }));
}
