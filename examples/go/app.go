// A distribution that the stack owns, and settings of an existing one, from a stack in any Region.
//
// Replace the names of the resources with yours. Then run in this folder:
//
//	go mod tidy
//	npx aws-cdk@2.1148.1 deploy
//
// Errors at synthesis name options as TypeScript spells them: cacheBehaviorSettings.minimumTtl is MinimumTtl of CacheBehaviorSettings here.
package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	cdn "github.com/cdklightsail/cdk-lightsail-distribution-go/cdklightsaildistribution"
)

func NewShopStack(scope constructs.Construct, id string, props *awscdk.StackProps) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, props)

	// A distribution that the stack owns. Its origin is an instance, a bucket, a load balancer or a container service.
	shop := cdn.NewDistribution(stack, jsii.String("Shop"), &cdn.DistributionProps{
		DistributionName:  jsii.String("shop"),
		Origin:            &cdn.OriginOptions{Name: jsii.String("shop-server")},
		Certificate:       cdn.ViewerCertificate_FromCertificateName(jsii.String("shop-certificate")),
		DefaultRootObject: jsii.String("index.html"),
		CacheBehaviorSettings: &cdn.CacheBehaviorSettings{
			DefaultTtl:            awscdk.Duration_Hours(jsii.Number(1)),
			ForwardedQueryStrings: cdn.ForwardedQueryStrings_AllowList(jsii.String("page"), jsii.String("lang")),
		},
		CacheBehaviors: &map[string]cdn.CacheBehavior{"api/*": cdn.CacheBehavior_DONT_CACHE},
		CustomErrorResponses: &[]*cdn.CustomErrorResponse{{
			ErrorCode:          jsii.Number(404),
			ResponseCode:       jsii.Number(404),
			ResponsePagePath:   jsii.String("/not-found.html"),
			ErrorCachingMinTtl: awscdk.Duration_Minutes(jsii.Number(5)),
		}},
		Tags: &map[string]*string{"team": jsii.String("web")},
	})

	// Settings of a distribution that was created in the console. Other settings are not changed, and deleting the stack does not delete it.
	blog := cdn.NewDistributionSettings(stack, jsii.String("BlogSettings"), &cdn.DistributionSettingsProps{
		Distribution: cdn.Distribution_FromDistributionName(stack, jsii.String("Blog"), jsii.String("blog")),
		CacheBehaviorSettings: &cdn.CacheBehaviorSettings{
			MinimumTtl: awscdk.Duration_Minutes(jsii.Number(1)),
		},
	})

	awscdk.NewCfnOutput(stack, jsii.String("DomainName"), &awscdk.CfnOutputProps{Value: shop.DistributionDomainName()})
	awscdk.NewCfnOutput(stack, jsii.String("Changes"), &awscdk.CfnOutputProps{Value: shop.Changes()})
	awscdk.NewCfnOutput(stack, jsii.String("BlogChanges"), &awscdk.CfnOutputProps{Value: blog.Changes()})
	return stack
}

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	NewShopStack(app, "ShopStack", &awscdk.StackProps{Env: &awscdk.Environment{Region: jsii.String("eu-west-1")}})
	awscdk.Tags_Of(app).Add(jsii.String("stage"), jsii.String("production"), nil)
	app.Synth(nil)
}
