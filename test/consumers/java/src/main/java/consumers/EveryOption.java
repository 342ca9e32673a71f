package consumers;

import java.util.List;
import java.util.Map;

import io.github.cdklightsail.distribution.AllowedHttpMethods;
import io.github.cdklightsail.distribution.BucketOriginOptions;
import io.github.cdklightsail.distribution.CacheBehavior;
import io.github.cdklightsail.distribution.CacheBehaviorSettings;
import io.github.cdklightsail.distribution.CachedHttpMethods;
import io.github.cdklightsail.distribution.CachingPreset;
import io.github.cdklightsail.distribution.CertificateValidation;
import io.github.cdklightsail.distribution.CustomErrorResponse;
import io.github.cdklightsail.distribution.Distribution;
import io.github.cdklightsail.distribution.DistributionAliasRecords;
import io.github.cdklightsail.distribution.DistributionAttributes;
import io.github.cdklightsail.distribution.DistributionBundle;
import io.github.cdklightsail.distribution.DistributionCacheReset;
import io.github.cdklightsail.distribution.DistributionOrigin;
import io.github.cdklightsail.distribution.DistributionCertificate;
import io.github.cdklightsail.distribution.DistributionAlarmOptions;
import io.github.cdklightsail.distribution.DistributionMetric;
import io.github.cdklightsail.distribution.DistributionMonitor;
import io.github.cdklightsail.distribution.DistributionSettings;
import io.github.cdklightsail.distribution.DnsValidationOptions;
import io.github.cdklightsail.distribution.ForwardedCookies;
import io.github.cdklightsail.distribution.ForwardedHeaders;
import io.github.cdklightsail.distribution.ForwardedQueryStrings;
import io.github.cdklightsail.distribution.HttpHeader;
import io.github.cdklightsail.distribution.IDistribution;
import io.github.cdklightsail.distribution.InstanceOriginOptions;
import io.github.cdklightsail.distribution.IpAddressType;
import io.github.cdklightsail.distribution.OnExisting;
import io.github.cdklightsail.distribution.OriginIpAddressType;
import io.github.cdklightsail.distribution.OriginOptions;
import io.github.cdklightsail.distribution.OriginProtocolPolicy;
import io.github.cdklightsail.distribution.OriginRegion;
import io.github.cdklightsail.distribution.Reconcile;
import io.github.cdklightsail.distribution.ViewerCertificate;
import io.github.cdklightsail.distribution.ViewerMinimumTlsProtocolVersion;
import io.github.cdklightsail.distribution.Waf;
import io.github.cdklightsail.distribution.WafAccountTakeoverPreventionOptions;
import io.github.cdklightsail.distribution.WafBotControlOptions;
import io.github.cdklightsail.distribution.WafInspectionLevel;
import io.github.cdklightsail.distribution.WafPayloadType;
import io.github.cdklightsail.distribution.WafResponseInspection;
import io.github.cdklightsail.distribution.WafRule;
import io.github.cdklightsail.distribution.WafRuleGroup;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.lightsail.CfnBucket;
import software.amazon.awscdk.services.lightsail.CfnInstance;
import software.amazon.awscdk.services.lightsail.CfnStaticIp;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.sns.Topic;

public final class EveryOption {
    private static final CacheBehaviorSettings CACHE_BEHAVIOR_SETTINGS = CacheBehaviorSettings.builder()
            .defaultTtl(Duration.seconds(0))
            .minimumTtl(Duration.seconds(0))
            .maximumTtl(Duration.days(365))
            .allowedHttpMethods(AllowedHttpMethods.GET_HEAD_OPTIONS)
            .cachedHttpMethods(CachedHttpMethods.GET_HEAD)
            .forwardedCookies(ForwardedCookies.allowList("session"))
            .forwardedHeaders(ForwardedHeaders.allowList(HttpHeader.HOST))
            .forwardedQueryStrings(ForwardedQueryStrings.allowList("page"))
            .build();

    private static final CustomErrorResponse NOT_FOUND = CustomErrorResponse.builder()
            .errorCode(404)
            .responseCode(200)
            .responsePagePath("/index.html")
            .errorCachingMinTtl(Duration.seconds(0))
            .build();

    private static final Waf WAF = Waf.enabled(
            WafRule.managed(WafRuleGroup.COMMON),
            WafRule.accountTakeoverPrevention(WafAccountTakeoverPreventionOptions.builder()
                    .loginPath("/login")
                    .payloadType(WafPayloadType.FORM_ENCODED)
                    .responseInspection(WafResponseInspection.builder().successCodes(List.of(200)).failureCodes(List.of(403)).build())
                    .build()),
            WafRule.botControl(WafBotControlOptions.builder().inspectionLevel(WafInspectionLevel.TARGETED).build()));

    public static void main(final String[] args) {
        final App app = new App();
        final Stack stack = new Stack(app, "EveryOption", StackProps.builder()
                .env(Environment.builder().region("eu-west-1").build())
                .build());
        final CfnBucket bucket = CfnBucket.Builder.create(stack, "Bucket").bucketName("files").bundleId("small_1_0").build();
        final OriginOptions origin = OriginOptions.builder()
                .name("files")
                .regionName(OriginRegion.EU_WEST_1)
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .responseTimeout(Duration.seconds(20))
                .ipAddressType(OriginIpAddressType.IPV4)
                .privateAccess(false)
                .dependencies(List.of(bucket))
                .build();

        final Distribution shop = Distribution.Builder.create(stack, "Shop")
                .distributionName("shop")
                .tags(Map.of("team", "web"))
                .removalPolicy(RemovalPolicy.DESTROY)
                .onExisting(OnExisting.ADOPT)
                .waitForDeployment(false)
                .reconcile(Reconcile.EVERY_DEPLOYMENT)
                .timeout(Duration.minutes(20))
                .origin(origin)
                .privateOriginAccess(true)
                .defaultCacheBehavior(CacheBehavior.CACHE)
                .cacheBehaviorSettings(CACHE_BEHAVIOR_SETTINGS)
                .cacheBehaviors(Map.of("api/*", CacheBehavior.DONT_CACHE))
                .enabled(false)
                .viewerMinimumTlsProtocolVersion(ViewerMinimumTlsProtocolVersion.TLS_V1_2_2021)
                .certificate(ViewerCertificate.fromCertificateName("cert"))
                .defaultRootObject("")
                .customErrorResponses(List.of(NOT_FOUND))
                .waf(WAF)
                .ipAddressType(IpAddressType.IPV4)
                .bundle(DistributionBundle.LARGE_1_0)
                .build();

        final IDistribution blog = Distribution.fromDistributionAttributes(stack, "Blog", DistributionAttributes.builder()
                .distributionName("blog")
                .build());
        final DistributionSettings settings = DistributionSettings.Builder.create(stack, "Settings")
                .distribution(blog)
                .waitForDeployment(false)
                .reconcile(Reconcile.EVERY_DEPLOYMENT)
                .timeout(Duration.minutes(20))
                .origin(origin)
                .privateOriginAccess(true)
                .defaultCacheBehavior(CacheBehavior.CACHE)
                .cacheBehaviorSettings(CACHE_BEHAVIOR_SETTINGS)
                .cacheBehaviors(Map.of("api/*", CacheBehavior.DONT_CACHE))
                .enabled(false)
                .viewerMinimumTlsProtocolVersion(ViewerMinimumTlsProtocolVersion.TLS_V1_2_2021)
                .certificate(ViewerCertificate.fromCertificateName("cert"))
                .defaultRootObject("")
                .customErrorResponses(List.of(NOT_FOUND))
                .waf(WAF)
                .ipAddressType(IpAddressType.IPV4)
                .bundle(DistributionBundle.LARGE_1_0)
                .build();

        DistributionCacheReset.Builder.create(stack, "Reset")
                .distribution(blog)
                .triggers(List.of("v2", "index.html"))
                .executeAfter(List.of(settings))
                .waitForCompletion(false)
                .failOnTimeout(true)
                .timeout(Duration.minutes(20))
                .build();

        DistributionMonitor.Builder.create(stack, "Monitor")
                .distribution(blog)
                .metrics(List.of(DistributionMetric.values()))
                .namespace("Company/Cdn")
                .delay(Duration.minutes(15))
                .build()
                .addAlarms(DistributionAlarmOptions.builder()
                        .topic(Topic.fromTopicArn(stack, "Alarms", "arn:aws:sns:eu-west-1:111122223333:alarms"))
                        .http5XxErrorRateThreshold(1)
                        .certificateDaysToExpiryThreshold(14)
                        .transferForecastThreshold(80)
                        .build());

        Distribution.Builder.create(stack, "Files")
                .origin(DistributionOrigin.bucket(bucket, BucketOriginOptions.builder().privateAccess(false).build()))
                .cachingPreset(CachingPreset.BEST_FOR_STATIC_CONTENT)
                .build();
        final CfnInstance server = CfnInstance.Builder.create(stack, "Server")
                .instanceName("server")
                .blueprintId("wordpress")
                .bundleId("micro_3_0")
                .build();
        final CfnStaticIp staticIp = CfnStaticIp.Builder.create(stack, "StaticIp").staticIpName("server-ip").attachedTo(server.getRef()).build();
        Distribution.Builder.create(stack, "Wordpress")
                .origin(DistributionOrigin.instance(server, InstanceOriginOptions.builder()
                        .staticIp(staticIp)
                        .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                        .build()))
                .cachingPreset(CachingPreset.BEST_FOR_WORDPRESS)
                .build();

        final DistributionCertificate certificate = DistributionCertificate.Builder.create(stack, "Certificate")
                .domainName("example.com")
                .subjectAlternativeNames(List.of("www.example.com", "shop.example.com"))
                .certificateName("shop-certificate")
                .tags(Map.of("team", "web", "public", ""))
                .validation(CertificateValidation.fromDns(zone(stack, "CertificateZone", "example.com", "Z0123456789ABC"), DnsValidationOptions.builder()
                        .role(Role.fromRoleArn(stack, "DnsRole", "arn:aws:iam::444455556666:role/dns"))
                        .build()))
                .waitForIssuance(false)
                .removalPolicy(RemovalPolicy.RETAIN)
                .timeout(Duration.minutes(10))
                .build();

        DistributionAliasRecords.Builder.create(stack, "Aliases")
                .distribution(shop)
                .certificate(certificate)
                .domainNames(List.of("example.com", "example.org"))
                .hostedZone(zone(stack, "AliasZone", "example.com", "Z0123456789ABC"))
                .hostedZones(Map.of("example.org", zone(stack, "OtherAliasZone", "example.org", "Z1123456789ABC")))
                .ipv6(false)
                .build();

        DistributionCertificate.Builder.create(stack, "MultiZoneCertificate")
                .domainName("example.net")
                .validation(CertificateValidation.fromDnsMultiZone(Map.of("example.net", zone(stack, "NetZone", "example.net", "Z2123456789ABC"))))
                .build();

        app.synth();
    }

    private static IHostedZone zone(final Stack stack, final String id, final String zoneName, final String hostedZoneId) {
        return HostedZone.fromHostedZoneAttributes(stack, id, HostedZoneAttributes.builder().zoneName(zoneName).hostedZoneId(hostedZoneId).build());
    }

    private EveryOption() {
    }
}
