// main.go, for cdk deploy --app 'go run .'
package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/jsii-runtime-go"
	lightsail "github.com/cdklightsail/cdk-lightsail-distribution-go/cdklightsaildistribution"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Site"), nil)
	cdn := lightsail.NewDistribution(stack, jsii.String("Cdn"), &lightsail.DistributionProps{
		Origin: &lightsail.OriginOptions{
			Name:       jsii.String("my-bucket"),
			RegionName: lightsail.OriginRegion_EU_WEST_1(),
		},
	})
	awscdk.NewCfnOutput(stack, jsii.String("DomainName"), &awscdk.CfnOutputProps{
		Value: cdn.DistributionDomainName(),
	})
	app.Synth(nil)
}
