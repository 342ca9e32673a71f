// Program.cs, for cdk deploy --app 'dotnet run'
using Amazon.CDK;
using CdkLightsail.Distributions;

var app = new App();
var stack = new Stack(app, "Site");
var cdn = new Distribution(stack, "Cdn", new DistributionProps
{
    Origin = new OriginOptions { Name = "my-bucket", RegionName = OriginRegion.EU_WEST_1 },
});
new CfnOutput(stack, "DomainName", new CfnOutputProps { Value = cdn.DistributionDomainName });
app.Synth();
