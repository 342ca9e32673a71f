/** The record of a write. Times are in milliseconds of the service's clock. */
export interface Operation {
  readonly id: string;
  readonly resourceName: string;
  readonly resourceType: string;
  readonly regionName: string;
  readonly operationType?: string;
  readonly createdAt: number;
  readonly endsAt: number;
  /** The failure is known from the start and returned after the end of the operation. */
  readonly failure?: OperationFailure;
  /** Applies the result to the resource when the operation ends. */
  readonly end?: () => void;
}

export interface OperationFailure {
  readonly errorCode: string;
  readonly errorDetails: string;
}

export type NewOperation = Omit<Operation, 'id' | 'createdAt' | 'endsAt' | 'regionName'> & { readonly regionName?: string; readonly seconds: number };
