package main

import (
	"os"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/jsii-runtime-go"
	cdn "github.com/cdklightsail/cdk-lightsail-distribution-go/cdklightsaildistribution"
)

func main() {
	defer jsii.Close()

	stack := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("ShopStack"), nil)
	props := &cdn.DistributionProps{Origin: &cdn.OriginOptions{Name: jsii.String("shop-server")}}

	switch os.Args[1] {
	case "ttl":
		props.CacheBehaviorSettings = &cdn.CacheBehaviorSettings{
			MinimumTtl: awscdk.Duration_Minutes(jsii.Number(1)),
			DefaultTtl: awscdk.Duration_Seconds(jsii.Number(10)),
		}
	case "several":
		props.DistributionName = jsii.String("my shop")
		props.CacheBehaviorSettings = &cdn.CacheBehaviorSettings{ForwardedHeaders: cdn.ForwardedHeaders_AllowList()}
	}
	cdn.NewDistribution(stack, jsii.String("Shop"), props)
}
