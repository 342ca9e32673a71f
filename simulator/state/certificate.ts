import { Tag } from './tag';

/** A certificate as it is stored. */
export interface Certificate {
  readonly name: string;
  readonly arn: string;
  readonly domainName: string;
  readonly subjectAlternativeNames: readonly string[];
  readonly status: string;
  readonly createdAt: number;
  readonly tags: readonly Tag[];
}

/** The primary name and the others, each once. */
export function certificateDomains({ domainName, subjectAlternativeNames }: Certificate): readonly string[] {
  return [...new Set([domainName, ...subjectAlternativeNames])];
}
