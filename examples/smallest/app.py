# app.py, for cdk deploy --app 'python3 app.py'
from aws_cdk import App, CfnOutput, Stack
from cdk_lightsail_distribution import Distribution, OriginOptions, OriginRegion

app = App()
stack = Stack(app, "Site")
cdn = Distribution(stack, "Cdn",
    origin=OriginOptions(name="my-bucket", region_name=OriginRegion.EU_WEST_1),
)
CfnOutput(stack, "DomainName", value=cdn.distribution_domain_name)
app.synth()
