import { Tag } from './tag';

/** A bucket as it is stored, without its objects. Times are in milliseconds of the service's clock. */
export interface Bucket {
  readonly name: string;
  readonly regionName: string;
  readonly arn: string;
  readonly supportCode: string;
  readonly createdAt: number;
  readonly bundleId: string;
  /** The month of the last bundle change, for example `2026-11`. */
  readonly bundleChangedIn?: string;
  readonly accessRules: { readonly getObject: string; readonly allowPublicOverrides: boolean };
  readonly objectVersioning: string;
  readonly readonlyAccessAccounts: readonly string[];
  readonly state: { readonly code: string; readonly message?: string };
  readonly tags: readonly Tag[];
}
