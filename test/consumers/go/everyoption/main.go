package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslightsail"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsroute53"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
	cdn "github.com/cdklightsail/cdk-lightsail-distribution-go/cdklightsaildistribution"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("EveryOption"), &awscdk.StackProps{
		Env: &awscdk.Environment{Region: jsii.String("eu-west-1")},
	})
	bucket := awslightsail.NewCfnBucket(stack, jsii.String("Bucket"), &awslightsail.CfnBucketProps{
		BucketName: jsii.String("files"),
		BundleId:   jsii.String("small_1_0"),
	})

	origin := &cdn.OriginOptions{
		Name:            jsii.String("files"),
		RegionName:      cdn.OriginRegion_EU_WEST_1(),
		ProtocolPolicy:  cdn.OriginProtocolPolicy_HTTPS_ONLY,
		ResponseTimeout: awscdk.Duration_Seconds(jsii.Number(20)),
		IpAddressType:   cdn.OriginIpAddressType_IPV4,
		PrivateAccess:   jsii.Bool(false),
		Dependencies:    &[]constructs.IDependable{bucket},
	}
	cacheBehaviorSettings := &cdn.CacheBehaviorSettings{
		DefaultTtl:            awscdk.Duration_Seconds(jsii.Number(0)),
		MinimumTtl:            awscdk.Duration_Seconds(jsii.Number(0)),
		MaximumTtl:            awscdk.Duration_Days(jsii.Number(365)),
		AllowedHttpMethods:    cdn.AllowedHttpMethods_GET_HEAD_OPTIONS,
		CachedHttpMethods:     cdn.CachedHttpMethods_GET_HEAD,
		ForwardedCookies:      cdn.ForwardedCookies_AllowList(jsii.String("session")),
		ForwardedHeaders:      cdn.ForwardedHeaders_AllowList(cdn.HttpHeader_HOST()),
		ForwardedQueryStrings: cdn.ForwardedQueryStrings_AllowList(jsii.String("page")),
	}
	cacheBehaviors := &map[string]cdn.CacheBehavior{"api/*": cdn.CacheBehavior_DONT_CACHE}
	certificate := cdn.ViewerCertificate_FromCertificateName(jsii.String("cert"))
	customErrorResponses := &[]*cdn.CustomErrorResponse{{
		ErrorCode:          jsii.Number(404),
		ResponseCode:       jsii.Number(200),
		ResponsePagePath:   jsii.String("/index.html"),
		ErrorCachingMinTtl: awscdk.Duration_Seconds(jsii.Number(0)),
	}}
	waf := cdn.Waf_Enabled(
		cdn.WafRule_Managed(cdn.WafRuleGroup_COMMON()),
		cdn.WafRule_AccountTakeoverPrevention(&cdn.WafAccountTakeoverPreventionOptions{
			LoginPath:   jsii.String("/login"),
			PayloadType: cdn.WafPayloadType_FORM_ENCODED,
			ResponseInspection: &cdn.WafResponseInspection{
				SuccessCodes: jsii.Numbers(200),
				FailureCodes: jsii.Numbers(403),
			},
		}),
		cdn.WafRule_BotControl(&cdn.WafBotControlOptions{InspectionLevel: cdn.WafInspectionLevel_TARGETED}),
	)

	shop := cdn.NewDistribution(stack, jsii.String("Shop"), &cdn.DistributionProps{
		DistributionName:                jsii.String("shop"),
		Tags:                            &map[string]*string{"team": jsii.String("web")},
		RemovalPolicy:                   awscdk.RemovalPolicy_DESTROY,
		OnExisting:                      cdn.OnExisting_ADOPT,
		WaitForDeployment:               jsii.Bool(false),
		Reconcile:                       cdn.Reconcile_EVERY_DEPLOYMENT,
		Timeout:                         awscdk.Duration_Minutes(jsii.Number(20)),
		Origin:                          origin,
		PrivateOriginAccess:             jsii.Bool(true),
		DefaultCacheBehavior:            cdn.CacheBehavior_CACHE,
		CacheBehaviorSettings:           cacheBehaviorSettings,
		CacheBehaviors:                  cacheBehaviors,
		Enabled:                         jsii.Bool(false),
		ViewerMinimumTlsProtocolVersion: cdn.ViewerMinimumTlsProtocolVersion_TLS_V1_2_2021(),
		Certificate:                     certificate,
		DefaultRootObject:               jsii.String(""),
		CustomErrorResponses:            customErrorResponses,
		Waf:                             waf,
		IpAddressType:                   cdn.IpAddressType_IPV4,
		Bundle:                          cdn.DistributionBundle_LARGE_1_0(),
	})
	blog := cdn.Distribution_FromDistributionAttributes(stack, jsii.String("Blog"), &cdn.DistributionAttributes{
		DistributionName: jsii.String("blog"),
	})
	settings := cdn.NewDistributionSettings(stack, jsii.String("Settings"), &cdn.DistributionSettingsProps{
		Distribution:                    blog,
		WaitForDeployment:               jsii.Bool(false),
		Reconcile:                       cdn.Reconcile_EVERY_DEPLOYMENT,
		Timeout:                         awscdk.Duration_Minutes(jsii.Number(20)),
		Origin:                          origin,
		PrivateOriginAccess:             jsii.Bool(true),
		DefaultCacheBehavior:            cdn.CacheBehavior_CACHE,
		CacheBehaviorSettings:           cacheBehaviorSettings,
		CacheBehaviors:                  cacheBehaviors,
		Enabled:                         jsii.Bool(false),
		ViewerMinimumTlsProtocolVersion: cdn.ViewerMinimumTlsProtocolVersion_TLS_V1_2_2021(),
		Certificate:                     certificate,
		DefaultRootObject:               jsii.String(""),
		CustomErrorResponses:            customErrorResponses,
		Waf:                             waf,
		IpAddressType:                   cdn.IpAddressType_IPV4,
		Bundle:                          cdn.DistributionBundle_LARGE_1_0(),
	})
	cdn.NewDistributionCacheReset(stack, jsii.String("Reset"), &cdn.DistributionCacheResetProps{
		Distribution:      blog,
		Triggers:          jsii.Strings("v2", "index.html"),
		ExecuteAfter:      &[]constructs.IConstruct{settings},
		WaitForCompletion: jsii.Bool(false),
		FailOnTimeout:     jsii.Bool(true),
		Timeout:           awscdk.Duration_Minutes(jsii.Number(20)),
	})

	cdn.NewDistributionMonitor(stack, jsii.String("Monitor"), &cdn.DistributionMonitorProps{
		Distribution: blog,
		Metrics: &[]cdn.DistributionMetric{
			cdn.DistributionMetric_REQUESTS,
			cdn.DistributionMetric_BYTES_DOWNLOADED,
			cdn.DistributionMetric_BYTES_UPLOADED,
			cdn.DistributionMetric_TOTAL_ERROR_RATE,
			cdn.DistributionMetric_HTTP_4XX_ERROR_RATE,
			cdn.DistributionMetric_HTTP_5XX_ERROR_RATE,
			cdn.DistributionMetric_DRIFT,
			cdn.DistributionMetric_CERTIFICATE_DAYS_TO_EXPIRY,
			cdn.DistributionMetric_CERTIFICATE_RENEWAL_BLOCKED,
			cdn.DistributionMetric_TRANSFER_USED,
			cdn.DistributionMetric_TRANSFER_FORECAST,
		},
		Namespace: jsii.String("Company/Cdn"),
		Delay:     awscdk.Duration_Minutes(jsii.Number(15)),
	}).AddAlarms(&cdn.DistributionAlarmOptions{
		Topic: awssns.Topic_FromTopicArn(stack, jsii.String("Alarms"), jsii.String("arn:aws:sns:eu-west-1:111122223333:alarms")),
		Http5xxErrorRateThreshold:        jsii.Number(1),
		CertificateDaysToExpiryThreshold: jsii.Number(14),
		TransferForecastThreshold:        jsii.Number(80),
	})

	cdn.NewDistribution(stack, jsii.String("Files"), &cdn.DistributionProps{
		Origin:        cdn.DistributionOrigin_Bucket(bucket, &cdn.BucketOriginOptions{PrivateAccess: jsii.Bool(false)}),
		CachingPreset: cdn.CachingPreset_BEST_FOR_STATIC_CONTENT,
	})
	server := awslightsail.NewCfnInstance(stack, jsii.String("Server"), &awslightsail.CfnInstanceProps{
		InstanceName: jsii.String("server"),
		BlueprintId:  jsii.String("wordpress"),
		BundleId:     jsii.String("micro_3_0"),
	})
	staticIp := awslightsail.NewCfnStaticIp(stack, jsii.String("StaticIp"), &awslightsail.CfnStaticIpProps{
		StaticIpName: jsii.String("server-ip"),
		AttachedTo:   server.Ref(),
	})
	cdn.NewDistribution(stack, jsii.String("Wordpress"), &cdn.DistributionProps{
		Origin: cdn.DistributionOrigin_Instance(server, &cdn.InstanceOriginOptions{
			StaticIp:       staticIp,
			ProtocolPolicy: cdn.OriginProtocolPolicy_HTTPS_ONLY,
		}),
		CachingPreset: cdn.CachingPreset_BEST_FOR_WORDPRESS,
	})

	zone := func(id string, zoneName string, hostedZoneId string) awsroute53.IHostedZone {
		return awsroute53.HostedZone_FromHostedZoneAttributes(stack, jsii.String(id), &awsroute53.HostedZoneAttributes{
			ZoneName:     jsii.String(zoneName),
			HostedZoneId: jsii.String(hostedZoneId),
		})
	}
	siteCertificate := cdn.NewDistributionCertificate(stack, jsii.String("Certificate"), &cdn.DistributionCertificateProps{
		DomainName:              jsii.String("example.com"),
		SubjectAlternativeNames: jsii.Strings("www.example.com", "shop.example.com"),
		CertificateName:         jsii.String("shop-certificate"),
		Tags:                    &map[string]*string{"team": jsii.String("web"), "public": jsii.String("")},
		Validation: cdn.CertificateValidation_FromDns(zone("CertificateZone", "example.com", "Z0123456789ABC"), &cdn.DnsValidationOptions{
			Role: awsiam.Role_FromRoleArn(stack, jsii.String("DnsRole"), jsii.String("arn:aws:iam::444455556666:role/dns"), nil),
		}),
		WaitForIssuance: jsii.Bool(false),
		RemovalPolicy:   awscdk.RemovalPolicy_RETAIN,
		Timeout:         awscdk.Duration_Minutes(jsii.Number(10)),
	})
	cdn.NewDistributionAliasRecords(stack, jsii.String("Aliases"), &cdn.DistributionAliasRecordsProps{
		Distribution: shop,
		Certificate:  siteCertificate,
		DomainNames:  jsii.Strings("example.com", "example.org"),
		HostedZone:   zone("AliasZone", "example.com", "Z0123456789ABC"),
		HostedZones:  &map[string]awsroute53.IHostedZone{"example.org": zone("OtherAliasZone", "example.org", "Z1123456789ABC")},
		Ipv6:         jsii.Bool(false),
	})
	cdn.NewDistributionCertificate(stack, jsii.String("MultiZoneCertificate"), &cdn.DistributionCertificateProps{
		DomainName: jsii.String("example.net"),
		Validation: cdn.CertificateValidation_FromDnsMultiZone(&map[string]awsroute53.IHostedZone{
			"example.net": zone("NetZone", "example.net", "Z2123456789ABC"),
		}, nil),
	})
	app.Synth(nil)
}
