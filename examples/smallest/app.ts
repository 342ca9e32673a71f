// app.ts, for cdk deploy --app 'npx tsx app.ts'
import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { Distribution, OriginRegion } from 'cdk-lightsail-distribution';

const app = new App();
const stack = new Stack(app, 'Site');
const cdn = new Distribution(stack, 'Cdn', {
  origin: { name: 'my-bucket', regionName: OriginRegion.EU_WEST_1 },
});
new CfnOutput(stack, 'DomainName', { value: cdn.distributionDomainName });
