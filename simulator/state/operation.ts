/** A write on its way. Times are milliseconds of the service's clock. */
export interface Operation {
  readonly id: string;
  readonly resourceName: string;
  readonly resourceType: string;
  readonly regionName: string;
  readonly operationType?: string;
  readonly createdAt: number;
  readonly endsAt: number;
  /** Known from the start, shown at the end. */
  readonly failure?: OperationFailure;
  /** The result for the resource when the operation ends. */
  readonly end?: () => void;
}

export interface OperationFailure {
  readonly errorCode: string;
  readonly errorDetails: string;
}

export type NewOperation = Omit<Operation, 'id' | 'createdAt' | 'endsAt' | 'regionName'> & { readonly regionName?: string; readonly seconds: number };
