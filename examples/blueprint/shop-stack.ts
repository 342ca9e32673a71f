import { Stack, Validations, type StackProps } from 'aws-cdk-lib';
import { Distribution, ViewerMinimumTlsProtocolVersion } from 'cdk-lightsail-distribution';
import { type Construct } from 'constructs';
import { type Owner } from './company-standard';
import { CompanyWebsite } from './company-website';

export interface ShopStackProps extends StackProps {
  readonly owner: Owner;
}

/** The stack of a product team. */
export class ShopStack extends Stack {
  constructor(scope: Construct, id: string, { owner, ...props }: ShopStackProps) {
    super(scope, id, props);

    new CompanyWebsite(this, 'Website', { owner, origin: { name: 'shop-server' } });

    // The injector of the app sets the defaults of the library's construct.
    new Distribution(this, 'Downloads', { origin: { name: 'shop-downloads' } });

    const terminals = new Distribution(this, 'Terminals', {
      origin: { name: 'shop-terminals' },
      viewerMinimumTlsProtocolVersion: ViewerMinimumTlsProtocolVersion.TLS_V1_2_2019,
    });
    Validations.of(terminals).acknowledge({
      id: 'CompanyPolicy-ViewerTls',
      reason: 'The payment terminals of the branches support no newer ciphers until they are replaced in 2027.',
    });
  }
}
