import { Distribution } from './distribution';

/** What a distribution was before its last change; no distribution if there was none. */
export interface PreviousState {
  readonly distribution?: Distribution;
  readonly at: number;
}
